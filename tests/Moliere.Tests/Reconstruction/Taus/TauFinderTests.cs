// covers: TauOptions, NeutralPionOptions, TauSurroundings, TauCandidate
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Taus;

namespace Moliere.Tests.Reconstruction.Taus;

public sealed class TauFinderTests
{
    private static readonly TauOptions s_straight = new() { Field = 0 };

    [Fact]
    public void OneTrackAndOnePhoton_AreAChargedAndANeutralPion()
    {
        // The pion of 20 GeV shows what it is expected to; the photon is 0.15 away, so that nothing is taken from it.
        double shower = PionResponse.Of(20 * Math.Cosh(0.5)) * 20 * Math.Cosh(0.5);
        ToyTau toy = new ToyTau().Cluster(0.5, 0.3, 0, 0.6 * shower, 0.4 * shower, emProbability: 0)
            .Cluster(0.5, 0.45, 4, 6 * Math.Cosh(0.5), 0).Track(20, 0.5, 0.3);
        TauCandidate tau = Assert.Single(Find(toy));
        double neutral = (4 + (6 * Math.Cosh(0.5))) / Math.Cosh(0.5);
        Assert.Equal(1, Value(tau, TauColumns.TrackCount));
        Assert.Equal(1, Value(tau, TauColumns.NeutralCount));
        Assert.Equal(20 + neutral, Value(tau, TauColumns.PtSubstructure), 0.15);
        Assert.Equal((20 - neutral) / (20 + neutral), Value(tau, TauColumns.PionAsymmetry), 0.02);
        Assert.Equal(neutral / (20 + neutral), Value(tau, TauColumns.NeutralFraction), 0.01);
        Assert.Equal(0.15, Value(tau, TauColumns.NeutralDistance), 0.02);
        Assert.Equal(0, Value(tau, TauColumns.NeutralMass));
        Assert.Equal(1, Value(tau, TauColumns.PhotonCount));
        Assert.Equal(tau.Intermediate.Pt, Value(tau, TauColumns.Pt), 1e-3);
    }

    [Fact]
    public void Means_AreWeightedWithCalibratedEnergy()
    {
        // 20 GeV at EM scale count 30, 10 GeV count 10.
        ToyTau toy = new ToyTau().Cluster(0, 0.3, 0, 15, 5, emProbability: 0.1, factor: 1.5)
            .Cluster(0, 0.4, 0, 10, 0, emProbability: 0.9).Track(20, 0, 0.3);
        TauCandidate tau = Assert.Single(Find(toy));
        Assert.Equal(40, Value(tau, TauColumns.Pt), 0.2); // the two are not quite parallel
        Assert.Equal(30, Value(tau, TauColumns.PtEm), 0.2);
        Assert.Equal(((30 * 700) + (10 * 200)) / 40.0, Value(tau, TauColumns.CenterLambda), 0.1);
        Assert.Equal(((30 * 0.1) + (10 * 0.9)) / 40, Value(tau, TauColumns.EmProbability), 1e-4);
        Assert.Equal(Math.Log10(1e-6 / 40), Value(tau, TauColumns.FirstEnergyDensity), 1e-4);
        Assert.Equal(25.0 / 30, Value(tau, TauColumns.EmFraction), 1e-4);
        Assert.Equal(20 / 30.0, Value(tau, TauColumns.TrackOverEm), 0.01);
        Assert.Equal(5e4, Value(tau, TauColumns.SecondLambda), 1);
    }

    [Fact]
    public void NoTracks_GiveNoTauAndAreCounted()
    {
        var finder = new TauFinder(s_straight);
        Assert.Empty(finder.Find(new ToyTau().Cluster(0.5, 0.3, 0, 30, 0).Surroundings));
        Assert.Empty(finder.Find(new ToyTau().Cluster(0.5, 0.3, 0, 30, 0).Track(9, 0.5, 2).Surroundings));
        Assert.Equal((2L, 2L, 0L), (finder.Seeds, finder.WithoutTracks, finder.WithManyTracks));
    }

    [Theory]
    [InlineData(5, 1, 0)]
    [InlineData(6, 0, 1)]
    public void MoreThanFiveTracks_AreNoTau(int tracks, int expected, long many)
    {
        ToyTau toy = new ToyTau().Cluster(0.5, 0.3, 0, 40, 0);
        for (int i = 0; i < tracks; i++)
        {
            toy.Track(5 + i, 0.5 + (0.01 * i), 0.3);
        }

        var finder = new TauFinder(s_straight);
        IReadOnlyList<TauCandidate> found = finder.Find(toy.Surroundings);
        Assert.Equal((expected, many), (found.Count, finder.WithManyTracks));
        Assert.All(found, tau => Assert.Equal([9, 8, 7, 6, 5], tau.Tracks.Select(track => track.Pt)));
    }

    [Fact]
    public void VertexOfTheHarderTracks_IsChosenAndTheClusterPointsToIt()
    {
        ToyTau toy = new ToyTau().Vertices(0, 80).Cluster(0, 0.3, 0, 30, 0)
            .Track(4, 0, 0.3, 0, 0).Track(6, -0.045, 0.3, 80, 1).Track(3, -0.045, 0.31, 80, 1);
        TauCandidate tau = Assert.Single(Find(toy));
        Assert.Equal((1, 2), (tau.Vertex, tau.Tracks.Count));
        // The cell is at eta 0.0125 (z = 22 mm) and r = 1761 mm: seen from z = 80 mm it is at eta -0.033.
        Assert.Equal(-0.033, Value(tau, TauColumns.Eta), 0.001);
    }

    [Fact]
    public void TracksFarFromTheVertexOrSoft_AreLeftOut()
    {
        ToyTau toy = new ToyTau().Cluster(0.5, 0.3, 0, 30, 0).Track(10, 0.5, 0.3)
            .Track(5, 0.5, 0.31, z0: 2).Track(5, 0.5, 0.29, d0: 1.1).Track(0.9, 0.5, 0.3).Track(5, 0.5, 0.55);
        Assert.Single(Assert.Single(Find(toy)).Tracks);
    }

    [Fact]
    public void TwoSeeds_GiveTwoTausByTransverseMomentum()
    {
        ToyTau toy = new ToyTau().Cluster(0.5, 0.3, 0, 20, 0).Track(10, 0.5, 0.3)
            .Cluster(-1, -2, 0, 60, 0).Track(15, -1, -2).Cluster(2.3, 1, 0, 9, 0).Track(2, 2.3, 1);
        IReadOnlyList<TauCandidate> found = Find(toy);
        Assert.Equal(2, found.Count); // 9 GeV at eta 2.3 are less than 2 GeV of transverse momentum
        Assert.True(found[0].Intermediate.Pt > found[1].Intermediate.Pt);
        Assert.Equal(-1, found[0].Intermediate.Eta, 0.02);
    }

    [Fact]
    public void OrderOfClustersAndTracks_DoesNotChangeABit()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            ToyTau toy = Crowd(seed);
            IReadOnlyList<TauCandidate> one = Find(toy, new()), other = Find(toy.Reversed(), new());
            Assert.NotEmpty(one);
            Assert.Equal(one.SelectMany(tau => tau.Values), other.SelectMany(tau => tau.Values));
            Assert.Equal(one.SelectMany(tau => tau.Tracks), other.SelectMany(tau => tau.Tracks));
        }
    }

    [Fact]
    public void Values_AreFiniteAndAsManyAsColumns()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            foreach (TauCandidate tau in Find(Crowd(seed), new()))
            {
                Assert.Equal(TauCandidate.Columns.Count, tau.Values.Count);
                Assert.All(tau.Values, value => Assert.True(float.IsFinite(value)));
                Assert.InRange(Value(tau, TauColumns.PionAsymmetry), -1, 1);
                Assert.InRange(Value(tau, TauColumns.PresamplerFraction), 0, 1);
            }
        }
    }

    [Fact]
    public void TrackWithoutCurvature_HasNotMoreThanTheClustersAllow()
    {
        ToyTau toy = new ToyTau().Cluster(0, 0.3, 0, 30, 0, emProbability: 0).Track(1e9, 0, 0.3);
        Assert.Equal(90, Value(Assert.Single(Find(toy)), TauColumns.PtSubstructure), 1);
    }

    [Fact]
    public void NothingSeen_GivesNoTaus() => Assert.Empty(Find(new ToyTau()));

    [Fact]
    public void ScalesThatDoNotFit_AreRefused()
    {
        TauSurroundings around = new ToyTau().Cluster(0, 0.3, 0, 30, 0).Surroundings;
        var error = Assert.Throws<ArgumentException>(() => new TauFinder(new()).Find(around with { Scales = [] }));
        Assert.Contains("Found 1 clusters, 0 scales and 1 vertices", error.Message);
        Assert.Throws<ArgumentException>(() => new TauFinder(new()).Find(around with { Vertices = [] }));
    }

    private static IReadOnlyList<TauCandidate> Find(ToyTau toy, TauOptions? options = null) =>
        new TauFinder(options ?? s_straight).Find(toy.Surroundings);

    private static float Value(TauCandidate tau, string column) =>
        tau.Values[TauCandidate.Columns.ToList().IndexOf(column)];

    // Two dozen clusters and a dozen tracks of two vertices about one direction.
    private static ToyTau Crowd(ulong seed)
    {
        var rng = new Rng(seed, "crowd");
        ToyTau toy = new ToyTau().Vertices(0, 5);
        for (int i = 0; i < 24; i++)
        {
            toy.Cluster(
                0.2 + (0.15 * rng.NextGaussian()), 1 + (0.15 * rng.NextGaussian()), 3 * rng.NextDouble(),
                5 * rng.NextDouble(), (4 * rng.NextDouble()) - 1, rng.NextDouble(), 1 + rng.NextDouble());
        }

        toy.Cluster(0.21, 1, 5, 15, 0).Track(12, 0.2, 1);
        for (int i = 0; i < 8; i++)
        {
            int vertex = i % 4 == 0 ? 0 : 1;
            toy.Track(
                1 + (4 * rng.NextDouble()), 0.2 + (0.15 * rng.NextGaussian()), 1 + (0.15 * rng.NextGaussian()),
                (5 * vertex) + (0.1 * rng.NextGaussian()), vertex);
        }

        return toy;
    }
}
