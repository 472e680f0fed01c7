using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: <see cref="Philox"/>, ten rounds. Layout: four vectors hold the four words. A lane holds one counter.
/// Remainder: none. Reference: <see cref="Philox.Block"/>, exactly.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), section 4.3.
/// </summary>
internal static class VectorPhilox
{
    /// <summary>Replaces counters by random words; all lanes share the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ref Vector<uint> c0, ref Vector<uint> c1, ref Vector<uint> c2, ref Vector<uint> c3, uint key0, uint key1)
    {
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector<uint> aHigh = Multiply(c0, Philox.MultiplierA, out Vector<uint> aLow);
            Vector<uint> bHigh = Multiply(c2, Philox.MultiplierB, out Vector<uint> bLow);
            c0 = bHigh ^ c1 ^ new Vector<uint>(key0);
            c2 = aHigh ^ c3 ^ new Vector<uint>(key1);
            (c1, c3) = (bLow, aLow);
            key0 += Philox.WeylA;
            key1 += Philox.WeylB;
        }
    }

    // High words of the 64-bit products. AVX2 multiplies every second 32-bit word into 64 bits; elsewhere lanes widen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Multiply(Vector<uint> a, uint factor, out Vector<uint> low)
    {
        if (Avx2.IsSupported && Vector<uint>.Count == Vector256<uint>.Count)
        {
            Vector256<uint> x = a.AsVector256(), f = Vector256.Create(factor);
            Vector256<ulong> even = Avx2.Multiply(x, f), odd = Avx2.Multiply((x.AsUInt64() >> 32).AsUInt32(), f);
            var upper = Vector256.Create(0xFFFFFFFF_00000000ul);
            low = Vector256.ConditionalSelect(upper, odd << 32, even).AsUInt32().AsVector();
            return Vector256.ConditionalSelect(upper, odd, even >> 32).AsUInt32().AsVector();
        }

        low = a * factor;
        Vector.Widen(a, out Vector<ulong> first, out Vector<ulong> second);
        return Vector.Narrow((first * (ulong)factor) >> 32, (second * (ulong)factor) >> 32);
    }
}
