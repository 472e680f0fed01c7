using System.Collections.Frozen;
using Moliere.Data;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation.Decays;

public sealed class DecayTableTests
{
    [Fact]
    public void BranchingFractions_ArePositiveAndAddUpToOne() => Assert.All(HadronData.Table.Values, entry =>
    {
        Assert.All(entry.Channels, channel => Assert.InRange(channel.Fraction, 1e-9, 1));
        if (entry.Channels.Count > 0)
        {
            Assert.Equal(1, entry.Channels.Sum(channel => channel.Fraction), 9);
        }
    });

    [Fact]
    public void EveryChannel_ConservesChargeAndIsOpen() => Assert.All(HadronData.Table.Values, entry =>
    {
        foreach (DecayChannel channel in entry.Channels.Where(c => c.Products.Length > 1))
        {
            string text = $"{entry.PdgId} -> {string.Join(' ', channel.Products)}";
            Assert.True(3 * PdgId.Charge(entry.PdgId) == channel.Products.Sum(Thirds), $"charge of {text}");
            double most = entry.Mass + (BreitWigner.Reach * entry.Width);
            Assert.True(channel.Products.Sum(Least) < most, $"mass of {text}");
            Assert.True((channel.Products.Length - channel.Known) % 2 == 0, $"quarks of {text}");
        }
    });

    [Fact]
    public void EveryProduct_IsInTheTable() => Assert.All(HadronData.Table.Values, entry =>
        Assert.All(entry.Channels.SelectMany(c => c.Products[..c.Known]), id => Assert.NotNull(HadronData.Find(id))));

    [Fact]
    public void StableParticles_HaveTheMassesOfTheDetector() => Assert.All(
        new[] { 11, 13, 111, 211, 321, 130, 2212, 2112, 3122, 3112, 3222, 3312, 3322, 3334 },
        id => Assert.Equal(PdgId.Mass(id), HadronData.Mass(id)));

    [Theory]
    [InlineData("221 0.5478 0")]
    [InlineData("221 0.5478 0 0\n  0.3 22 x")]
    [InlineData("221 0.5478 0 0\n  many 22 22")]
    public void WrongLine_IsQuoted(string text)
    {
        var error = Assert.Throws<FormatException>(() => DecayTable.Parse(text));
        Assert.Contains($"'{text.Split('\n')[^1].Trim()}' in the particle table; expected", error.Message);
    }

    [Fact]
    public void Threshold_IsTheLightestChannel()
    {
        FrozenDictionary<int, DecayEntry> table =
            DecayTable.Parse("1 0.2 0 0 # light\n2 2 0 0\n  0.5 1 1 # pair\n  rest weak 1 1 1\n");
        Assert.Equal(0.4, table[2].Threshold, 12);
        Assert.Equal(DecayModel.Weak, table[2].Channels[1].Model);
        Assert.Equal(0.5, table[2].Channels[1].Fraction);
    }

    private static double Least(int id) =>
        QuarkHadrons.IsQuark(id) ? HadronFlavour.ConstituentMass(id) : HadronData.MinimalMass(id);

    private static int Thirds(int id)
    {
        int abs = Math.Abs(id), sign = Math.Sign(id);
        return !QuarkHadrons.IsQuark(id) ? 3 * PdgId.Charge(id)
            : sign * (abs > 1000 ? OfQuark(abs / 1000) + OfQuark(abs / 100 % 10) : OfQuark(abs));
    }

    private static int OfQuark(int quark) => quark % 2 == 0 ? 2 : -1;
}
