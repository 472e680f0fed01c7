namespace Moliere.Formats.Codecs;

/// <summary>Ways to pack bytes.</summary>
public enum Codec
{
    /// <summary>Deflate with the header and checksum of RFC 1950.</summary>
    Zlib,

    /// <summary>Bare deflate, RFC 1951, as written by old versions of ROOT.</summary>
    Deflate,

    /// <summary>LZMA2 in the xz container.</summary>
    Lzma,

    /// <summary>LZ4 block.</summary>
    Lz4,

    /// <summary>Zstandard frame, RFC 8878.</summary>
    Zstd,
}
