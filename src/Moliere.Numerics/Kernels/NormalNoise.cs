using System.Numerics;
using System.Runtime.CompilerServices;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: r = sqrt(-2 ln u), normals r cos t and r sin t with u in (0, 1] and t from two words of a Philox block.
/// Layout: tiles of 64 elements; counters 16 n to 16 n + 15 fill tile n, word by word. A lane holds one counter.
/// Remainder: the last tile is drawn whole and cut. The tile is fixed, so the vector width does not change a bit.
/// Reference: <see cref="Reference"/>, to 2e-6 absolute. Largest normal: 6.7.
/// Source: Box and Muller, Ann. Math. Stat. 29 (1958) 610; Salmon et al., SC11 (2011), section 4.3.
/// </summary>
public static class NormalNoise
{
    private const int Tile = 64, TileLanes = 16;
    private const float QuarterTurn = (float)(Math.PI / 4 / (1u << 31)); // a signed word becomes half of t
    private const float WordScale = 1f / (1u << 31);

    /// <summary>Draws elements of a stream.</summary>
    /// <param name="stream">Which noise.</param>
    /// <param name="first">Number of the first element, a multiple of 64.</param>
    /// <param name="normals">Filled with elements first, first + 1, ...</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(NoiseStream stream, int first, Span<float> normals)
    {
        int i = 0;
        for (; i + Tile <= normals.Length; i += Tile)
        {
            FillTile(stream, (uint)(first + i) / Tile * TileLanes, normals.Slice(i, Tile));
        }

        if (i < normals.Length)
        {
            Span<float> last = stackalloc float[Tile];
            FillTile(stream, (uint)(first + i) / Tile * TileLanes, last);
            last[..(normals.Length - i)].CopyTo(normals[i..]);
        }
    }

    /// <summary>Adds to each element its width times element i of a stream.</summary>
    /// <param name="stream">Which noise.</param>
    /// <param name="widths">As many as sums.</param>
    /// <param name="sums">Changed in place.</param>
    public static void AddScaled(NoiseStream stream, ReadOnlySpan<float> widths, Span<float> sums)
    {
        Span<float> normals = stackalloc float[16 * Tile];
        for (int first = 0; first < sums.Length; first += normals.Length)
        {
            int count = Math.Min(normals.Length, sums.Length - first);
            Fill(stream, first, normals[..count]);
            AddProducts(sums.Slice(first, count), widths.Slice(first, count), normals);
        }
    }

    /// <summary>
    /// The slow definition: one element in double precision, from the float32 rounding of its first word.
    /// </summary>
    internal static double Reference(NoiseStream stream, int element)
    {
        uint tile = (uint)(element / Tile), place = (uint)(element % Tile), word = place / TileLanes;
        var counter = ((tile * TileLanes) + (place % TileLanes), stream.Part, stream.Step, stream.Layer);
        (uint r0, uint r1, uint r2, uint r3) = Philox.Block(counter, stream.Key0, stream.Key1);
        (uint radius, uint angle) = word < 2 ? (r0, r1) : (r2, r3);
        double r = Math.Sqrt(-2 * Math.Log(Math.Min(1, ((int)(radius >> 1) + 0.5f) / (double)(1u << 31))));
        double t = (int)angle * (Math.PI / 2 / (1u << 31)), sign = radius % 2 == 0 ? 1 : -1;
        return word % 2 == 0 ? sign * r * Math.Cos(t) : r * Math.Sin(t);
    }

    // No fused multiply-add, so that the vector width does not change a bit.
    private static void AddProducts(Span<float> sums, ReadOnlySpan<float> widths, ReadOnlySpan<float> normals)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(widths[i..]) * new Vector<float>(normals[i..])))
                .CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += widths[i] * normals[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillTile(in NoiseStream stream, uint counter, Span<float> tile)
    {
        for (int lane = 0; lane < TileLanes; lane += Vector<float>.Count)
        {
            Vector<uint> c0 = Vector<uint>.Indices + new Vector<uint>(counter + (uint)lane), c1 = new(stream.Part);
            Vector<uint> c2 = new(stream.Step), c3 = new(stream.Layer);
            VectorPhilox.Block(ref c0, ref c1, ref c2, ref c3, stream.Key0, stream.Key1);
            Pair(c0, c1, tile[lane..]);
            Pair(c2, c3, tile[((2 * TileLanes) + lane)..]);
        }
    }

    // t = 2 h lies in a half turn; the bit that the radius does not need mirrors its cosine. Taylor series in
    // |h| <= pi / 4: the first neglected terms are 2e-9 (sine) and 2e-8 (cosine).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(Vector<uint> radius, Vector<uint> angle, Span<float> pair)
    {
        Vector<float> word = Vector.ConvertToSingle(Vector.AsVectorInt32(radius >>> 1)) + new Vector<float>(0.5f);
        Vector<float> r = Vector.SquareRoot(Vector.Log(Vector.Min(word * WordScale, Vector<float>.One)) * -2f);
        Vector<float> h = Vector.ConvertToSingle(Vector.AsVectorInt32(angle)) * QuarterTurn, q = h * h;
        Vector<float> sine = h * Series(q, 1f, -1f / 6, 1f / 120, -1f / 5040, 1f / 362880);
        Vector<float> cosine = Series(q, 1f, -1f / 2, 1f / 24, -1f / 720, 1f / 40320);
        Vector<uint> mirror = radius << 31;
        Vector<float> first = r * (Vector<float>.One - (sine * sine * 2f));
        Vector.AsVectorSingle(Vector.AsVectorUInt32(first) ^ mirror).CopyTo(pair);
        (r * (sine * cosine * 2f)).CopyTo(pair[TileLanes..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Series(Vector<float> q, float a, float b, float c, float d, float e)
    {
        Vector<float> sum = Vector.MultiplyAddEstimate(new Vector<float>(e), q, new Vector<float>(d));
        sum = Vector.MultiplyAddEstimate(sum, q, new Vector<float>(c));
        sum = Vector.MultiplyAddEstimate(sum, q, new Vector<float>(b));
        return Vector.MultiplyAddEstimate(sum, q, new Vector<float>(a));
    }
}
