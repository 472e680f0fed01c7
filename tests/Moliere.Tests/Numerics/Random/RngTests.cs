using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Random;

public sealed class RngTests
{
    [Fact]
    public void SameKey_GivesTheSameStream() => Assert.Equal(Words(new(5, "noise", 3)), Words(new(5, "noise", 3)));

    [Theory]
    [InlineData(6, "noise", 3)]
    [InlineData(5, "pile-up", 3)]
    [InlineData(5, "noise", 4)]
    [InlineData(5, "noise", 3 + (1L << 32))]
    public void OtherSeedPurposeOrObject_GivesAnotherStream(long seed, string purpose, long index)
    {
        uint[] one = Words(new(5, "noise", 3)), other = Words(new((ulong)seed, purpose, (ulong)index));
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void Streams_DoNotDependOnTheOrderOfReading()
    {
        Rng first = new(1, "order", 0), second = new(1, "order", 1);
        var interleaved = new uint[64];
        for (int i = 0; i < 64; i++)
        {
            interleaved[i] = first.NextUInt();
            second.NextUInt();
        }

        Assert.Equal(Words(new(1, "order", 0)), interleaved);
    }

    [Fact]
    public void Split_DoesNotDependOnHowFarTheParentWasRead()
    {
        Rng fresh = new(9, "event", 2), read = new(9, "event", 2);
        read.NextGaussian();
        Assert.Equal(Words(fresh.Split(4)), Words(read.Split(4)));
        Assert.Empty(Words(fresh.Split(4)).Intersect(Words(fresh.Split(5))));
        Assert.Empty(Words(fresh.Split(4)).Intersect(Words(fresh)));
    }

    [Fact]
    public void Purposes_AreStableAcrossVersions()
    {
        // Changing this number changes every result of every seed: do it only on purpose.
        Rng rng = new(1, "noise", 2);
        Assert.Equal(0xA5C59B3Fu, rng.NextUInt());
    }

    [Fact]
    public void NextDouble_IsOpenAndUniform()
    {
        Rng rng = new(2, "uniform");
        Span<int> bins = stackalloc int[20];
        for (int i = 0; i < 200_000; i++)
        {
            double u = rng.NextDouble();
            Assert.True(u is > 0 and < 1);
            bins[(int)(u * 20)]++;
        }

        double chi2 = 0;
        foreach (int count in bins)
        {
            chi2 += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }

        // 19 degrees of freedom: mean 19, standard deviation 6.2.
        Assert.InRange(chi2, 1, 19 + (5 * 6.2));
    }

    [Fact]
    public void NextInt_ReachesEveryValueEvenly()
    {
        Rng rng = new(3, "integers");
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[rng.NextInt(7)]++;
        }

        // Binomial with p = 1/7: the standard deviation is 93.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 465, 10_000 + 465));
    }

    [Fact]
    public void NextGaussian_HasNormalMomentsAndTails()
    {
        Rng rng = new(4, "normal");
        const int Draws = 1_000_000;
        double sum = 0, squares = 0, fourth = 0;
        int beyondFour = 0;
        for (int i = 0; i < Draws; i++)
        {
            double x = rng.NextGaussian();
            (sum, squares, fourth) = (sum + x, squares + (x * x), fourth + (x * x * x * x));
            beyondFour += Math.Abs(x) > 4 ? 1 : 0;
        }

        // Standard errors: 1/sqrt(n), sqrt(2/n), sqrt(96/n); 63.3 of a million lie beyond four sigma.
        Assert.InRange(sum / Draws, -0.005, 0.005);
        Assert.InRange(squares / Draws, 1 - 0.0071, 1 + 0.0071);
        Assert.InRange(fourth / Draws, 3 - 0.049, 3 + 0.049);
        Assert.InRange(beyondFour, 63.3 - (5 * 7.96), 63.3 + (5 * 7.96));
    }

    private static uint[] Words(Rng rng)
    {
        var words = new uint[64];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = rng.NextUInt();
        }

        return words;
    }
}
