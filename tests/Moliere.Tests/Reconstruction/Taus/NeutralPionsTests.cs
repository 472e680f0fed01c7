using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Taus;

namespace Moliere.Tests.Reconstruction.Taus;

public sealed class NeutralPionsTests
{
    private static readonly NeutralPionOptions s_options = new();

    [Fact]
    public void Subtraction_TakesFromHadronicEnergyFirstAndConservesTheRest()
    {
        (double eta, double phi) = ToyTau.CentreAt(0.1, 0.3);
        NeutralPions pions = Of(new ToyTau().Cluster(eta, phi, 2, 20, 5).Cluster(eta, phi + 0.11, 0, 10, 3));
        double expected = PionResponse.Of(30) * 30;
        pions.Subtract(30, new(eta, phi));
        // 8 GeV lie in the hadronic calorimeter; the nearest cluster gives the rest.
        Assert.Equal(22 - (expected - 8), pions.Remaining[0], 1e-4);
        Assert.Equal(10, pions.Remaining[1], 1e-5);
        pions.Subtract(30, new(eta, phi));
        Assert.Equal(Math.Max(0, 32 - (2 * expected) + 8), pions.Remaining.Sum(), 1e-4);
    }

    [Fact]
    public void MoreExpectedThanThere_LeavesNothingAndTakesNothingFarAway()
    {
        (double eta, double phi) = ToyTau.CentreAt(0.1, 0.3);
        NeutralPions pions = Of(new ToyTau().Cluster(eta, phi, 0, 4, 0).Cluster(eta + 0.15, phi, 0, 10, 0));
        pions.Subtract(100, new(eta, phi));
        Assert.Equal(0, pions.Remaining[0]);
        Assert.Equal(10, pions.Remaining[1], 1e-5);
        Assert.Single(pions.Find(0));
    }

    [Fact]
    public void RemainderWithinTheFluctuation_IsNoPion()
    {
        (double eta, double phi) = ToyTau.CentreAt(0.1, 0.3);
        double expected = PionResponse.Of(30) * 30, width = s_options.Fluctuation * Math.Sqrt(expected);
        Assert.Empty(After(expected + (0.95 * width)));
        Assert.Single(After(expected + (1.05 * width)));

        List<FourVector> After(double energy)
        {
            NeutralPions pions = Of(new ToyTau().Cluster(eta, phi, 0, energy, 0));
            pions.Subtract(30, new(eta, phi));
            return pions.Find(0);
        }
    }

    [Theory]
    [InlineData(2.4, 1.0, 0)] // too soft
    [InlineData(3.0, 1.0, 1)]
    [InlineData(3.0, 0.1, 0)] // looks hadronic
    [InlineData(8.0, 0.1, 1)] // too hard for anything else
    public void Candidates_AreHardAndLookElectromagnetic(double energy, double probability, int count) =>
        Assert.Equal(count, Of(new ToyTau().Cluster(0, 0.3, 0, energy, 0, probability)).Find(0).Count);

    [Fact]
    public void TwoPhotonsOfOnePion_AreOneCandidate()
    {
        // sqrt(4 x 4) 0.025 = 0.1 GeV of mass, then 0.4 GeV.
        (double eta, double phi) = ToyTau.CentreAt(0.01, 0.3);
        double step = 2 * Math.PI / 256;
        FourVector one = Assert.Single(
            Of(new ToyTau().Cluster(eta, phi, 0, 4, 0).Cluster(eta, phi + step, 0, 4, 0)).Find(0));
        Assert.Equal(8, one.Pt, 0.01);
        Assert.Equal(0.135, one.Mass, 0.001);
        Assert.Equal(2, Of(
            new ToyTau().Cluster(eta, phi, 0, 4, 0).Cluster(eta, phi + (4 * step), 0, 5, 0)).Find(0).Count);
    }

    private static NeutralPions Of(ToyTau toy)
    {
        TauSurroundings around = toy.Surroundings;
        var seed = new TauSeed(around, Enumerable.Range(0, around.Clusters.Count));
        return new(new TauCone(seed, 0, 0.4), around, s_options);
    }
}
