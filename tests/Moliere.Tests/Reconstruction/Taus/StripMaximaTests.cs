using Moliere.Reconstruction.Taus;

namespace Moliere.Tests.Reconstruction.Taus;

public sealed class StripMaximaTests
{
    private const double Step = 0.00625;

    [Fact]
    public void TwoPeaks_AreTwoPhotons() =>
        Assert.Equal(2, Count(Row(3, 1, 2), []));

    [Fact]
    public void NeighboursOfAPeak_AreNone() => Assert.Equal(1, Count(Row(1, 3, 2), []));

    [Fact]
    public void EqualNeighbours_CountOnce() => Assert.Equal(1, Count(Row(2, 2, 2), []));

    [Fact]
    public void SoftMaxima_AreNoise() => Assert.Equal(0, Count(Row(0.3, 0.1, 0.35), []));

    [Fact]
    public void MaximumWhereATrackEnters_IsThePion()
    {
        Assert.Equal(1, Count(Row(3, 0.1, 0.1, 0.1, 2), [new(0.003125, 0.3)]));
        Assert.Equal(0, Count(Row(3, 0.1, 0.1, 0.1, 2), [new(0.003125, 0.3), new(0.028, 0.3)]));
    }

    private static ToyTau Row(params double[] energies)
    {
        var toy = new ToyTau();
        for (int i = 0; i < energies.Length; i++)
        {
            toy.Cluster(0.003125 + (Step * i), 0.3, energies[i], 0, 0);
        }

        return toy;
    }

    private static int Count(ToyTau toy, TrackImpact[] impacts)
    {
        TauSurroundings around = toy.Surroundings;
        var seed = new TauSeed(around, Enumerable.Range(0, around.Clusters.Count));
        return StripMaxima.Count(new TauCone(seed, 0, 0.4), around, 0.4, impacts);
    }
}
