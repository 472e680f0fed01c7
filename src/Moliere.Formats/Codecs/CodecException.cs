namespace Moliere.Formats.Codecs;

/// <summary>
/// Packed bytes cannot be unpacked. The caller knows the file and makes an
/// <see cref="Bytes.InvalidFileException"/> of it.
/// </summary>
internal sealed class CodecException(string found, string expected, string remedy = "", Exception? cause = null)
    : Exception($"found {found}, expected {expected}", cause)
{
    /// <summary>What stands there.</summary>
    public string Found { get; } = found;

    /// <summary>What should stand there.</summary>
    public string Expected { get; } = expected;

    /// <summary>What the user can do; may be empty.</summary>
    public string Remedy { get; } = remedy;
}
