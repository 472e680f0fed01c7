namespace Moliere.Formats.Codecs;

/// <summary>A codec of a system library; safe to use from several threads.</summary>
internal interface INativeCodec
{
    /// <summary>Unpacks exactly the bytes asked for.</summary>
    /// <exception cref="CodecException">The bytes are damaged, or unpack to another number.</exception>
    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> unpacked);

    /// <summary>Packs bytes of any number.</summary>
    /// <param name="unpacked">The bytes.</param>
    /// <param name="level">1 (fast) to 9 (small).</param>
    public byte[] Pack(ReadOnlySpan<byte> unpacked, int level);
}
