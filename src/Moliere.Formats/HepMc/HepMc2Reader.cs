using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>
/// Reads generator events from HepMC2 ASCII ("IO_GenEvent"), plain or gzip, one event in memory at a time, with
/// vertices and history like <see cref="HepMc3Reader"/>.
/// </summary>
/// <source>
/// Dobbs and Hansen, Comput. Phys. Commun. 134 (2001) 41; HepMC 2 user manual (2.06), chapter "IO_GenEvent".
/// </source>
public static class HepMc2Reader
{
    /// <summary>
    /// The events of a file in order, numbered 0, 1, 2 ... whatever the file calls them. The weight is the first of the
    /// event's weights, 1 where it has none. Events must name their units, as versions since 2.06 write them. Each
    /// enumeration reads the file anew.
    /// </summary>
    /// <param name="path">HepMC2 ASCII file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">
    /// While enumerating: the file cannot be read, is not HepMC2, ends within an event, or holds a value that is not
    /// finite.
    /// </exception>
    public static IEnumerable<GeneratedEvent> Read(string path) => HepMcParser.Read(path, version: 2);
}
