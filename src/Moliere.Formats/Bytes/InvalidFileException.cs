namespace Moliere.Formats.Bytes;

/// <summary>
/// A file cannot be read or is not what it should be. The message is one sentence for the user: place, what was found,
/// what was expected, remedy.
/// </summary>
public sealed class InvalidFileException : Exception
{
    /// <summary>Composes the sentence "place: found ..., expected ...; remedy."</summary>
    /// <param name="place">File, line or byte, and what was being read inside what.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="remedy">What the user can do; may be empty.</param>
    /// <param name="cause">The error underneath, where there is one.</param>
    public InvalidFileException(
        FilePlace place, string found, string expected, string remedy = "", Exception? cause = null)
        : base($"{place}: found {found}, expected {expected}{(remedy.Length == 0 ? "" : "; " + remedy)}.", cause)
    {
        Place = place;
        Found = found;
        Expected = expected;
        Remedy = remedy;
    }

    /// <summary>File, line or byte, and what was being read inside what.</summary>
    public FilePlace Place { get; }

    /// <summary>What stands at the place.</summary>
    public string Found { get; }

    /// <summary>What should stand at the place.</summary>
    public string Expected { get; }

    /// <summary>What the user can do; empty where only the place can be told.</summary>
    public string Remedy { get; }
}
