// covers: Subjettiness
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Substructure;

namespace Moliere.Tests.Reconstruction.Substructure;

public sealed class SubstructureVariablesTests
{
    private readonly SubstructureVariables _variables = new();

    [Fact]
    public void TwoParticles_AreKnown()
    {
        const double theta = 0.1, z = 0.3, pt = 500;
        FourVector[] jet = [ToyJets.At(z * pt, 0, 0), ToyJets.At((1 - z) * pt, theta, 0)];
        IReadOnlyDictionary<string, double> found = Of(jet);
        double mass = (jet[0] + jet[1]).Mass, scale = z * pt * theta;
        Assert.Equal(z * (1 - z) * theta * theta * pt * pt, mass * mass, 2.0);
        Assert.Equal((0, 0, 0), (found["tau21"], found["c2"], found["d2"]));
        Assert.Equal(0, found["planar_flow"], 1e-9);
        Assert.Equal(0, found["aplanarity"], 1e-7);
        Assert.Equal(1, found["fox_wolfram_r2"], 1e-9);
        Assert.Equal(theta, found["kt_dr"], 1e-12);
        Assert.Equal(scale, found["sqrt_d12"], 1e-9);
        Assert.Equal(scale * scale / ((scale * scale) + (mass * mass)), found["zcut"], 1e-12);
    }

    [Fact]
    public void TwoProngs_HaveSmallTau21AndOneProngALargeOne()
    {
        FourVector[] cloud = ToyJets.Random(30, width: 0.05);
        FourVector[] two = [.. cloud, .. cloud.Select(p => ToyJets.At(p.Pt, p.Eta + 0.6, p.Phi))];
        double one = Of(ToyJets.Random(60, width: 0.3))["tau21"], second = Of(two)["tau21"];
        Assert.InRange(second, 0, 0.25);
        Assert.InRange(one, 0.4, 1);
    }

    [Fact]
    public void Subjettiness_DividesByTheNearestAxis()
    {
        // The hardest two particles are the axes of their prongs; the soft one is 0.1 away from the second.
        double found = Of([ToyJets.At(60, 0, 0), ToyJets.At(38, 0.5, 0), ToyJets.At(2, 0.6, 0)])["tau21"];
        Assert.Equal(2 * 0.1 / ((38 * 0.5) + (2 * 0.6)), found, 1e-9);
    }

    [Fact]
    public void WiderJet_HasTheSameTau21()
    {
        FourVector[] narrow = ToyJets.Random(12, width: 0.02);
        FourVector[] wide =
        [
            .. narrow.Select(p => ToyJets.At(p.Pt, 0.3 + (3 * (p.Eta - 0.3)), 3.1 + (3 * EtaPhi.DeltaPhi(p.Phi, 3.1)))),
        ];
        Assert.Equal(Of(narrow)["tau21"], Of(wide)["tau21"], 1e-9);
    }

    [Fact]
    public void OrderAndTurn_DoNotMatter()
    {
        FourVector[] jet = ToyJets.Random(40, 5);
        double[] found = _variables.Measure(jet);
        double[] other = _variables.Measure([.. jet.Reverse().Select(p => p.RotatedBy(2))]);
        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(found[i], other[i], 1e-7 * (1 + Math.Abs(found[i])));
        }
    }

    [Fact]
    public void HarderJet_HasTheSameDimensionlessVariables()
    {
        FourVector[] jet = ToyJets.Random(25, 9);
        IReadOnlyDictionary<string, double> found = Of(jet), harder = Of([.. jet.Select(p => 7 * p)]);
        foreach (string name in BoostedJetColumns.Substructure)
        {
            double factor = name == BoostedJetColumns.SplittingScale ? 7 : 1;
            Assert.Equal(factor * found[name], harder[name], 1e-7 * (1 + found[name]));
        }
    }

    [Fact]
    public void RandomJets_StayInTheirRanges()
    {
        for (ulong number = 0; number < 200; number++)
        {
            IReadOnlyDictionary<string, double> found = Of(ToyJets.Random(1 + (int)(number % 50), number, 0.4));
            Assert.All(found.Values, value => Assert.True(double.IsFinite(value) && value >= 0));
            Assert.InRange(found["aplanarity"], 0, 0.5);
            Assert.InRange(found["fox_wolfram_r2"], 0, 1 + 1e-12);
            Assert.InRange(found["planar_flow"], 0, 1 + 1e-12);
            Assert.InRange(found["zcut"], 0, 1);
        }
    }

    [Fact]
    public void BranchesTooFarToMerge_AreTheLastSplitting()
    {
        IReadOnlyDictionary<string, double> found = Of([ToyJets.At(100, 0, 0), ToyJets.At(80, 1.7, 0)]);
        Assert.Equal(1.7, found["kt_dr"], 1e-12);
        Assert.Equal(80 * 1.7, found["sqrt_d12"], 1e-9);
        Assert.Equal(0, found["tau21"]);
    }

    [Fact]
    public void OneParticle_HasNone() =>
        Assert.All(_variables.Measure([ToyJets.At(300, 1, 2)]), value => Assert.Equal(0, value));

    [Fact]
    public void NoParticle_IsRefused() => Assert.Contains(
        "without constituents", Assert.Throws<ArgumentException>(() => _variables.Measure([])).Message);

    private IReadOnlyDictionary<string, double> Of(FourVector[] jet) => BoostedJetColumns.Substructure
        .Zip(_variables.Measure(jet)).ToDictionary(pair => pair.First, pair => pair.Second);
}
