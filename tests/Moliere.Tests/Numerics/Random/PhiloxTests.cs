using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Random;

public sealed class PhiloxTests
{
    // Known answers of the authors' Random123 library, file kat_vectors, lines "philox4x32 10".
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu,
        0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u,
        0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void KnownCounterAndKey_GivesThePublishedWords(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal((r0, r1, r2, r3), Philox.Block((c0, c1, c2, c3), k0, k1));

    [Fact]
    public void OneBitOfTheCounter_ChangesHalfOfTheOutput()
    {
        const int Blocks = 1000;
        long flipped = 0;
        for (uint i = 0; i < Blocks; i++)
        {
            (uint a0, uint a1, uint a2, uint a3) = Philox.Block((i, 7, 0, 0), 1, 2);
            (uint b0, uint b1, uint b2, uint b3) = Philox.Block((i ^ 0x80000000u, 7, 0, 0), 1, 2);
            flipped += uint.PopCount(a0 ^ b0) + uint.PopCount(a1 ^ b1);
            flipped += uint.PopCount(a2 ^ b2) + uint.PopCount(a3 ^ b3);
        }

        // 128,000 bits, each flipped with probability 1/2: the standard deviation is 179.
        Assert.InRange(flipped, 64000 - 895, 64000 + 895);
    }
}
