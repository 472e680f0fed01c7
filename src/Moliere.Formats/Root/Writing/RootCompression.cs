using Moliere.Formats.Codecs;

namespace Moliere.Formats.Root.Writing;

/// <summary>How a written file packs its records.</summary>
/// <param name="Codec">Way to pack; ROOT reads all of them, JSROOT and uproot too.</param>
/// <param name="Level">1 (fast) to 9 (small); 0 leaves the records as they are.</param>
public sealed record RootCompression(Codec Codec, int Level)
{
    /// <summary>Records as they are.</summary>
    public static RootCompression Off { get; } = new(Codec.Zlib, 0);

    /// <summary>zlib at level 1, the way that every reader of ROOT files knows.</summary>
    public static RootCompression Default { get; } = new(Codec.Zlib, 1);

    /// <summary>The number in the header of file and branch: algorithm times 100 plus level.</summary>
    /// <source>ROOT, Compression.h, RCompressionSetting.</source>
    internal int Setting => Level == 0 ? 0 : (100 * Algorithm) + Level;

    private int Algorithm => Codec switch
    {
        Codec.Zlib => 1,
        Codec.Lzma => 2,
        Codec.Deflate => 3,
        Codec.Lz4 => 4,
        _ => 5,
    };

    internal byte[] Pack(ReadOnlySpan<byte> payload) =>
        Level == 0 ? payload.ToArray() : BlockChain.Pack(payload, Codec, Level);
}
