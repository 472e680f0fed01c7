using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Events;

/// <summary>
/// Passes events on and completes the errors of their readers: damage of a gzip file shows first as a senseless line,
/// so after an error the whole file is decompressed, and its checksum decides whose fault it is.
/// </summary>
internal static class CheckedEvents
{
    private const string Remedy = "let the generator write the file again, or cut that event out of it";

    public static IEnumerable<GeneratedEvent> Of(string path, IEnumerable<GeneratedEvent> events)
    {
        using IEnumerator<GeneratedEvent> walk = events.GetEnumerator();
        while (TryAdvance(path, walk))
        {
            yield return walk.Current;
        }
    }

    private static bool TryAdvance(string path, IEnumerator<GeneratedEvent> walk)
    {
        try
        {
            return walk.MoveNext();
        }
        catch (InvalidFileException error)
        {
            using (Stream all = InputFile.Open(path))
            {
                all.CopyTo(Stream.Null);
            }

            if (error.Remedy.Length > 0)
            {
                throw;
            }

            throw new InvalidFileException(error.Place, error.Found, error.Expected, Remedy, error);
        }
    }
}
