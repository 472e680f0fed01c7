using System.Globalization;
using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root;

/// <summary>How a file, branch or column packs its bytes, as ROOT writes it into a number.</summary>
/// <param name="Setting">
/// Algorithm times 100 plus level: 1 zlib, 2 lzma, 3 old deflate, 4 lz4, 5 zstd; 1 to 9 alone is zlib of that level;
/// a level of 0 stores bytes as they are.
/// </param>
/// <source>ROOT, core/zip/inc/Compression.h, enumeration EAlgorithm.</source>
public readonly record struct RootCompression(int Setting)
{
    private static readonly Codec[] s_codecs =
        [Codecs.Codec.Zlib, Codecs.Codec.Zlib, Codecs.Codec.Lzma, Codecs.Codec.Deflate, Codecs.Codec.Lz4,
            Codecs.Codec.Zstd];

    /// <summary>The setting of a codec.</summary>
    /// <param name="codec">Way to pack.</param>
    /// <param name="level">0 (store) to 9 (small).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside.</exception>
    public RootCompression(Codec codec, int level)
        : this(100 * Array.LastIndexOf(s_codecs, codec) + level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 9);
    }

    /// <summary>Stores bytes as they are.</summary>
    public static RootCompression Stored => new(0);

    /// <summary>zlib at level 1, the way that every reader of ROOT files knows.</summary>
    public static RootCompression Default => new(Codecs.Codec.Zlib, 1);

    /// <summary>The way to pack; null where bytes are stored as they are or the number stands for none.</summary>
    public Codec? Codec => Setting > 0 && Level > 0 && Setting / 100 < s_codecs.Length ? s_codecs[Setting / 100] : null;

    /// <summary>0 (stored) or 1 (fast) to 9 (small).</summary>
    public int Level => Setting < 0 ? 0 : Setting % 100;

    /// <summary>The payload packed, or itself where packing does not shrink it.</summary>
    internal byte[] Pack(ReadOnlySpan<byte> payload) =>
        Codec is { } codec ? BlockChain.Pack(payload, codec, Level) : payload.ToArray();

    /// <summary>In words: <c>zstd 5</c>, <c>stored</c>, or <c>setting 905</c> for a number unknown here.</summary>
    public override string ToString()
    {
        if (Codec is { } codec)
        {
            string name = codec == Codecs.Codec.Deflate ? "old deflate" : codec.ToString().ToLowerInvariant();
            return string.Create(CultureInfo.InvariantCulture, $"{name} {Level}");
        }

        return Level == 0 && Setting >= 0
            ? "stored" : string.Create(CultureInfo.InvariantCulture, $"setting {Setting}");
    }
}
