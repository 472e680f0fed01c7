using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Tests.Simulation.Generation.Strings;

public sealed class StringFlavourTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(4)]
    [InlineData(-5)]
    [InlineData(2101)]
    [InlineData(-3303)]
    public void EveryStep_ConservesFlavourAndGivesAKnownHadron(int end)
    {
        var rng = new Rng(1, "test");
        for (int i = 0; i < 3000; i++)
        {
            (int hadron, int next) = StringFlavour.Next(end, ref rng);
            int[] before = new int[6], after = new int[6];
            QuarkContent.AddParton(end, before);
            QuarkContent.AddParton(next, after);
            QuarkContent.AddHadron(hadron, after);
            Assert.Equal(before[1] + before[2], after[1] + after[2]);
            Assert.Equal(before[3..], after[3..]);
            Assert.NotNull(Moliere.Simulation.Generation.Decays.HadronData.Find(hadron));
        }
    }

    [Fact]
    public void StrangenessAndSpins_HaveTheTunedRatios()
    {
        var rng = new Rng(2, "test");
        int kaons = 0, vectors = 0, all = 0;
        for (int i = 0; i < 40000; i++)
        {
            int id = Math.Abs(StringFlavour.Next(2, ref rng).Hadron);
            kaons += id is 321 or 323 ? 1 : 0;
            vectors += id == 213 ? 1 : 0;
            all += id is 211 or 213 ? 1 : 0;
        }

        Assert.InRange(kaons / (double)all, 0.20, 0.24); // strange to light pairs: 0.217
        Assert.InRange(vectors / (double)all, 0.31, 0.355); // vector to pseudoscalar 0.5
    }

    [Theory]
    [InlineData(2, -1, 211)]
    [InlineData(1, -2, -211)]
    [InlineData(3, -2, -321)]
    [InlineData(4, -1, 411)]
    [InlineData(4, -3, 431)]
    [InlineData(5, -2, -521)]
    [InlineData(3, -5, 531)]
    [InlineData(5, -4, -541)]
    public void Mesons_HaveTheNumbersOfTheScheme(int quark, int anti, int expected)
    {
        var rng = new Rng(3, "test");
        int id = HadronFlavour.Combine(quark, anti, ref rng);
        Assert.Contains(id, new[] { expected, expected + (2 * Math.Sign(expected)) });
    }

    [Theory]
    [InlineData(2203, 2, 2224)]
    [InlineData(3303, 3, 3334)]
    [InlineData(2101, 2, 2212)]
    [InlineData(2101, 3, 3122)]
    [InlineData(2101, 4, 4122)]
    [InlineData(2101, 5, 5122)]
    [InlineData(-2101, -1, -2112)]
    public void Baryons_OfOneState_HaveTheNumbersOfTheScheme(int diquark, int quark, int expected)
    {
        var rng = new Rng(4, "test");
        int id = 0;
        for (int i = 0; i < 100 && id == 0; i++)
        {
            id = HadronFlavour.Combine(quark, diquark, ref rng);
        }

        Assert.Equal(expected, id);
    }
}
