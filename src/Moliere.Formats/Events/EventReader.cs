using System.Text;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.HepMc;

namespace Moliere.Formats.Events;

/// <summary>Reads generator events from any format the house knows, recognised by content, not by file name.</summary>
public static class EventReader
{
    /// <summary>
    /// Checks at once that the file can be opened and is of a known format, and gives its events: HepMC3 ASCII
    /// or text blocks (see <see cref="ParticleTextReader"/>), plain or gzip. Events are numbered 0, 1, 2 ... in order.
    /// Each enumeration reads the file anew, one event in memory at a time.
    /// </summary>
    /// <param name="path">A file with at least one line.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be opened or is of no known format; while enumerating, its content is wrong.
    /// </exception>
    public static IEnumerable<GeneratedEvent> Open(string path)
    {
        using LineReader lines = LineReader.Open(path);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line.StartsWith("HepMC::"u8))
            {
                return CheckedEvents.Of(path, HepMc3Reader.Read(path));
            }

            if (line.StartsWith("E "u8))
            {
                return CheckedEvents.Of(path, ParticleTextReader.Read(path));
            }

            if (line.Length > 0)
            {
                throw Unknown(lines, line);
            }
        }

        throw new InvalidFileException(new(path), "no text", "generator events");
    }

    private static InvalidFileException Unknown(LineReader lines, ReadOnlySpan<byte> line)
    {
        string found = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 40)]);
        string printable = string.Concat(found.Select(letter => letter is < ' ' or > '~' ? '?' : letter));
        return new(
            lines.Place(),
            $"'{printable}'",
            "generator events: HepMC3 ASCII ('HepMC::Version 3...') or text blocks ('E index n weight nhard ...')");
    }
}
