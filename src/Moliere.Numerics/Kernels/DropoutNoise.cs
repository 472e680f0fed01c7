using System.Numerics;
using System.Runtime.CompilerServices;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: a factor 1 / (1 - p) with probability 1 - p, else 0: a word of a Philox block against (1 - p) 2³².
/// Layout: as <see cref="NormalNoise"/>, tiles of 64 elements from 16 counters, word by word. A lane holds a counter.
/// Remainder: the last tile is drawn whole and cut. Reference: <see cref="Reference"/>, exactly.
/// Source: Srivastava et al., J. Mach. Learn. Res. 15 (2014) 1929, section 10.
/// </summary>
internal static class DropoutNoise
{
    private const int Tile = 64, TileLanes = 16;

    /// <summary>Draws the factors of a stream from its first element on.</summary>
    /// <param name="stream">Which noise.</param>
    /// <param name="rate">p, in [0, 1).</param>
    /// <param name="factors">Filled; a multiple of 16 long.</param>
    public static void Fill(NoiseStream stream, double rate, Span<float> factors)
    {
        Span<float> tile = stackalloc float[Tile];
        for (int first = 0; first < factors.Length; first += Tile)
        {
            FillTile(stream, (uint)first / Tile * TileLanes, Threshold(rate), (float)(1 / (1 - rate)), tile);
            tile[..Math.Min(Tile, factors.Length - first)].CopyTo(factors[first..]);
        }
    }

    /// <summary>The slow definition: one element.</summary>
    internal static float Reference(NoiseStream stream, double rate, int element)
    {
        uint tile = (uint)(element / Tile), place = (uint)(element % Tile);
        var counter = ((tile * TileLanes) + (place % TileLanes), stream.Part, stream.Step, stream.Layer);
        (uint r0, uint r1, uint r2, uint r3) = Philox.Block(counter, stream.Key0, stream.Key1);
        uint word = (place / TileLanes) switch { 0 => r0, 1 => r1, 2 => r2, _ => r3 };
        return word < Threshold(rate) ? (float)(1 / (1 - rate)) : 0;
    }

    private static uint Threshold(double rate) => (uint)Math.Min(uint.MaxValue, (1 - rate) * 4294967296.0); // 2^32

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillTile(in NoiseStream stream, uint counter, uint threshold, float kept, Span<float> tile)
    {
        for (int lane = 0; lane < TileLanes; lane += Vector<float>.Count)
        {
            Vector<uint> c0 = Vector<uint>.Indices + new Vector<uint>(counter + (uint)lane), c1 = new(stream.Part);
            Vector<uint> c2 = new(stream.Step), c3 = new(stream.Layer);
            VectorPhilox.Block(ref c0, ref c1, ref c2, ref c3, stream.Key0, stream.Key1);
            Factors(c0, threshold, kept).CopyTo(tile[lane..]);
            Factors(c1, threshold, kept).CopyTo(tile[(TileLanes + lane)..]);
            Factors(c2, threshold, kept).CopyTo(tile[((2 * TileLanes) + lane)..]);
            Factors(c3, threshold, kept).CopyTo(tile[((3 * TileLanes) + lane)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Factors(Vector<uint> words, uint threshold, float kept) => Vector.ConditionalSelect(
        Vector.AsVectorSingle(Vector.LessThan(words, new Vector<uint>(threshold))),
        new Vector<float>(kept), Vector<float>.Zero);
}
