using System.Text;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.HepMc;
using Moliere.Formats.Lhe;

namespace Moliere.Formats.Events;

/// <summary>Reads generator events from any format the house knows, recognised by content, not by file name.</summary>
public static class EventReader
{
    /// <summary>
    /// Checks at once that the file can be opened and is of a known format, and gives its events: HepMC2 or HepMC3
    /// ASCII or text blocks (see <see cref="ParticleTextReader"/>), plain or gzip. Events are numbered 0, 1, 2 ... in
    /// order. Each enumeration reads the file anew, one event in memory at a time.
    /// </summary>
    /// <param name="path">A file with at least one line.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be opened, is of no known format, or holds Les Houches events, which have no hadrons yet (see
    /// <see cref="LheReader"/>); while enumerating, its content is wrong.
    /// </exception>
    public static IEnumerable<GeneratedEvent> Open(string path) => KindOf(path) switch
    {
        EventFileKind.HepMc2 => CheckedEvents.Of(path, HepMc2Reader.Read(path)),
        EventFileKind.HepMc3 => CheckedEvents.Of(path, HepMc3Reader.Read(path)),
        EventFileKind.ParticleText => CheckedEvents.Of(path, ParticleTextReader.Read(path)),
        _ => throw new InvalidFileException(
            new(path), "Les Houches hard events, which hold partons", "events with the particles of a detector",
            "shower them first: 'moliere simulate' does it for such a file"),
    };

    /// <summary>What a file is, by its first lines.</summary>
    /// <param name="path">A file with at least one line, plain or gzip.</param>
    /// <exception cref="InvalidFileException">The file cannot be opened or is of no known format.</exception>
    public static EventFileKind KindOf(string path)
    {
        using LineReader lines = LineReader.Open(path);
        bool isHepMc3 = false;
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.StartsWith("HepMC::Version 3"u8))
            {
                isHepMc3 = true; // unless the next line says that it writes the older format
            }
            else if (line.Length > 0)
            {
                return KindOf(line) ?? (isHepMc3 ? EventFileKind.HepMc3 : throw Unknown(lines, line));
            }
        }

        return isHepMc3 ? EventFileKind.HepMc3
            : throw new InvalidFileException(new(path), "no text", "generator events");
    }

    private static EventFileKind? KindOf(ReadOnlySpan<byte> line) =>
        line.StartsWith("HepMC::Version 2"u8) || line.StartsWith("HepMC::IO_GenEvent"u8) ? EventFileKind.HepMc2
        : line.StartsWith("HepMC::"u8) ? EventFileKind.HepMc3
        : line.StartsWith("E "u8) ? EventFileKind.ParticleText
        : line.StartsWith("<LesHouchesEvents"u8) ? EventFileKind.LesHouches
        : null;

    private static InvalidFileException Unknown(LineReader lines, ReadOnlySpan<byte> line)
    {
        string found = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 40)]);
        string printable = string.Concat(found.Select(letter => letter is < ' ' or > '~' ? '?' : letter));
        return new(
            lines.Place(),
            $"'{printable}'",
            "generator events: HepMC ASCII ('HepMC::Version ...'), Les Houches events ('<LesHouchesEvents ...')"
            + " or text blocks ('E index n weight nhard ...')");
    }
}
