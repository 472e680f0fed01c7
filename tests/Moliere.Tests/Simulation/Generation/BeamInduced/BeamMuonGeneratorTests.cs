// covers: BeamMuon, BeamMuonOptions
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Tests.Simulation.Generation.BeamInduced;

public sealed class BeamMuonGeneratorTests
{
    private static readonly BeamMuon[] s_muons =
        [.. Enumerable.Range(0, 20_000).Select(n => new BeamMuonGenerator(new(), seed: 3).Draw(n))];

    // Physics notes on tagging, section 9: -8.8, -6.5, -3.6 ns in these ranges of |eta|; measured -8.6, -5.6, -3.2.
    [Theory]
    [InlineData(0, 0.3, -8.8)]
    [InlineData(0.3, 0.6, -6.5)]
    [InlineData(0.6, 1.5, -3.6)]
    public void Times_AreThoseOfTheNotes(double low, double high, double expected)
    {
        double[] times =
        [
            .. s_muons.Where(muon => Math.Abs(Math.Asinh(muon.LossZ / muon.Radius)) is double eta && eta >= low
                && eta < high).Select(muon => muon.DelayAt(muon.LossZ)).Order(),
        ];
        Assert.Equal(expected, times[times.Length / 2], 0.5);
    }

    [Fact]
    public void LossesOnTheWayIn_Are15To45NanosecondsEarly()
    {
        BeamMuon[] inward = [.. s_muons.Where(muon => muon.Direction * muon.LossZ < -3000)];
        Assert.InRange(inward.Length, 300, 2000);
        Assert.All(inward, muon => Assert.InRange(muon.DelayAt(muon.LossZ), -65, -14));
    }

    [Fact]
    public void AThird_LiesInThePlaneOfTheRing()
    {
        int near = s_muons.Count(muon => Math.Min(Math.Abs(muon.Phi), Math.PI - Math.Abs(muon.Phi)) < 0.2);
        Assert.Equal(0.35, near / (double)s_muons.Length, 0.02);
        Assert.All(s_muons, muon => Assert.InRange(muon.Radius, 2300, 3800));
        Assert.All(s_muons, muon => Assert.InRange(muon.Loss, 45, 700.001));
    }

    // Inverse square between the ends: half of the muons lose less than the harmonic mean of the two.
    [Fact]
    public void Losses_FallWithTheSquare() => Assert.Equal(
        0.5, s_muons.Count(muon => muon.Loss < 2 / ((1 / 45.0) + (1 / 700.0))) / (double)s_muons.Length, 0.02);

    // What a filter keeps is what a cut on unfiltered muons leaves.
    [Fact]
    public void Filter_KeepsLateAndHardMuons()
    {
        static bool Passes(BeamMuon muon) => muon.DelayAt(muon.LossZ) >= -4
            && muon.Loss / Math.Cosh(muon.LossDirection.Eta) >= 50;
        var generator = new BeamMuonGenerator(new() { DelayMin = -4, LossPtMin = 50 }, seed: 3);
        BeamMuon[] drawn = [.. Enumerable.Range(0, 2000).Select(n => generator.Draw(n))];
        BeamMuon[] cut = [.. s_muons.Where(Passes)];
        Assert.All(drawn, muon => Assert.True(Passes(muon)));
        Assert.InRange(cut.Length, 500, 8000);
        Assert.Equal(cut.Average(muon => muon.Loss), drawn.Average(muon => muon.Loss), 12.0);
        Assert.Equal(cut.Average(Delay), drawn.Average(Delay), 0.1);
        static double Delay(BeamMuon muon) => muon.DelayAt(muon.LossZ);
    }

    [Fact]
    public void FilterThatNothingPasses_IsSaid() => Assert.Contains(
        "None of", Assert.Throws<ArgumentException>(
            () => new BeamMuonGenerator(new() { LossPtMin = 900 }, seed: 3).Draw(0)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Muon_DependsOnSeedAndNumberOnly()
    {
        Assert.Equal(s_muons[7], new BeamMuonGenerator(new(), seed: 3).Draw(7));
        Assert.NotEqual(s_muons[7], new BeamMuonGenerator(new(), seed: 4).Draw(7));
    }
}
