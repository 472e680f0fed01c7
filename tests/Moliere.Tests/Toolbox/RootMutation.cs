using System.Buffers.Binary;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Damages a file in ways that reach its reader: cut off, bits turned, lengths and positions made extreme, parts
/// swapped. A number gives the same damage for ever.
/// </summary>
internal static class RootMutation
{
    private static readonly int[] s_extremes =
    [
        0, 1, -1, int.MaxValue, int.MinValue, 0x7FFF, 0xFFFF, 0x10000, 0x3FFFFFFF, 0x40000000,
        unchecked((int)0xC0000000), unchecked((int)0x80000001), 1_000_000, 16_777_216,
    ];

    /// <summary>The damaged file.</summary>
    /// <param name="whole">A valid file; not changed.</param>
    /// <param name="number">Which damage.</param>
    public static byte[] Of(byte[] whole, ulong number)
    {
        var rng = new Rng(20261122, "mutation", number);
        byte[] bytes = [.. whole];
        if (rng.NextUInt() % 16 == 0)
        {
            return bytes[..(int)(rng.NextUInt() % (uint)bytes.Length)];
        }

        for (uint left = 1 + (rng.NextUInt() % 3); left > 0; left--)
        {
            Damage(bytes, ref rng);
        }

        return bytes;
    }

    private static void Damage(byte[] bytes, ref Rng rng)
    {
        int at = Place(bytes.Length, ref rng);
        switch (rng.NextUInt() % 6)
        {
            case 0:
                bytes[at] ^= (byte)(1 << (int)(rng.NextUInt() % 8));
                break;
            case 1:
                bytes[at] = (byte)rng.NextUInt();
                break;
            case 2:
                Number(bytes, at, s_extremes[rng.NextUInt() % s_extremes.Length]);
                break;
            case 3:
                Number(bytes, at, BinaryPrimitives.ReadInt32BigEndian(Four(bytes, at)) + (int)(rng.NextUInt() % 9) - 4);
                break;
            case 4:
                BinaryPrimitives.WriteInt16BigEndian(
                    Four(bytes, at), (short)s_extremes[rng.NextUInt() % s_extremes.Length]);
                break;
            default:
                int from = Place(bytes.Length, ref rng), size = (int)(rng.NextUInt() % 32);
                bytes.AsSpan(from, Math.Min(size, bytes.Length - Math.Max(from, at))).ToArray().CopyTo(bytes, at);
                break;
        }
    }

    // One place in four lies in the first 300 bytes, where header and first directory stand.
    private static int Place(int length, ref Rng rng) =>
        (int)(rng.NextUInt() % (uint)(rng.NextUInt() % 4 == 0 ? Math.Min(300, length) : length));

    private static void Number(byte[] bytes, int at, int value) =>
        BinaryPrimitives.WriteInt32BigEndian(Four(bytes, at), value);

    private static Span<byte> Four(byte[] bytes, int at) => bytes.AsSpan(Math.Min(at, bytes.Length - 4), 4);
}
