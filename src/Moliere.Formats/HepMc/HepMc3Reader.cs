using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>
/// Reads generator events from HepMC3 ASCII ("Asciiv3"), plain or gzip, one event in memory at a time.
/// Momenta are converted to GeV, positions to mm and ns by the unit line of each event. Stable particles are those of
/// status 1; the hard partons are those of status 23, which Pythia gives to what leaves the hardest process; other
/// generators have none. The history holds the ancestors of stable particles: decayed particles (status 2), hard
/// partons, and the last copy of heavy quarks, bosons and taus.
/// </summary>
/// <source>HepMC3, Comput. Phys. Commun. 260 (2021) 107310, arXiv:1912.08005, section "Asciiv3 format".</source>
public static class HepMc3Reader
{
    /// <summary>
    /// The events of a file in order, numbered 0, 1, 2 ... whatever the file calls them, so that numbers are unique
    /// even in concatenated files. The weight is the first of the event's weights, 1 where it has none. Each
    /// enumeration reads the file anew.
    /// </summary>
    /// <param name="path">HepMC3 ASCII file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">
    /// While enumerating: the file cannot be read, is not HepMC3, ends within an event, or holds a value that is not
    /// finite.
    /// </exception>
    public static IEnumerable<GeneratedEvent> Read(string path) => HepMcParser.Read(path, version: 3);
}
