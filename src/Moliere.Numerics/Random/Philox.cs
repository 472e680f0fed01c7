namespace Moliere.Numerics.Random;

/// <summary>The Philox4x32-10 block function: 128 bits of counter and 64 bits of key give 128 random bits.</summary>
/// <source>Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), section 4.3.</source>
public static class Philox
{
    internal const int Rounds = 10;
    internal const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57; // the paper, table 2
    internal const uint WeylA = 0x9E3779B9, WeylB = 0xBB67AE85; // golden ratio and sqrt(3) - 1, section 4.3

    /// <summary>Ten rounds of the bijection.</summary>
    /// <param name="counter">Counter words c0..c3, lowest first.</param>
    /// <param name="key0">Low word of the key.</param>
    /// <param name="key1">High word of the key.</param>
    public static (uint R0, uint R1, uint R2, uint R3) Block(
        (uint C0, uint C1, uint C2, uint C3) counter, uint key0, uint key1)
    {
        (uint c0, uint c1, uint c2, uint c3) = counter;
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0, b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ key0, (uint)b, (uint)(a >> 32) ^ c3 ^ key1, (uint)a);
            key0 += WeylA;
            key1 += WeylB;
        }

        return (c0, c1, c2, c3);
    }
}
