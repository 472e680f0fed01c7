using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Tests.Simulation.Samples.Jets;

public sealed class JetContentTests
{
    private static readonly CaloGeometry s_geometry = new DetectorModel(DetectorDescription.Default).Geometry;

    [Fact]
    public void N90_CountsTheHardestUpToNineTenths()
    {
        Assert.Equal(1, JetContent.N90([90, 5, 5]));
        Assert.Equal(2, JetContent.N90([5, 85, 10]));
        Assert.Equal(0, JetContent.N90([]));
    }

    [Fact]
    public void Tracks_GiveNumberWidthAndFraction()
    {
        FourVector jet = FourVector.FromPtEtaPhiMass(40, 0.5, 1, 5);
        JetTracks tracks = JetContent.TracksOf(
            jet,
            [
                FourVector.FromPtEtaPhiMass(15, jet.Eta + 0.1, 1, 0), FourVector.FromPtEtaPhiMass(5, jet.Eta, 0.7, 0),
            ]);
        Assert.Equal(2, tracks.Count);
        Assert.Equal(0.5, tracks.ChargedFraction, 9);
        Assert.Equal(((15 * 0.1) + (5 * 0.3)) / 20, tracks.Width, 9);
        Assert.Equal(default, JetContent.TracksOf(jet, []));
    }

    [Fact]
    public void LayerShares_FollowTheSamplingOfEachCell()
    {
        var source = new CalorimeterEvent(s_geometry);
        int strip = CellIn(CaloSampling.Emb1), tile = CellIn(CaloSampling.TileExtA), gap = CellIn(CaloSampling.TileGap);
        (source.Energy[strip], source.Energy[tile], source.Energy[gap]) = (6, 6, 1);
        double[] shares = LayerShares.Of([Cluster(10, (strip, 1), (tile, 0.5f), (gap, 1))], source);
        Assert.Equal(0.6, shares[1], 6);
        Assert.Equal(0.3, shares[4], 6);
        Assert.Equal(0.9, shares.Sum(), 6);
        Assert.Equal(JetColumns.LayerFractions.Count, shares.Length);
        Assert.All(LayerShares.Of([], source), share => Assert.Equal(0, share));
    }

    [Fact]
    public void GridDensity_IsThatOfTheSoftRestWhateverTheHardJets()
    {
        var rng = new Rng(3, "soft", 0);
        var inputs = new List<FourVector>();
        for (int i = 0; i < 4000; i++)
        {
            double eta = Distributions.Uniform(-4, 4, ref rng), phi = Distributions.Uniform(-3.14, 3.14, ref rng);
            inputs.Add(FourVector.FromPtEtaPhiMass(0.5, eta, phi, 0));
        }

        double soft = GridDensity.Of(inputs);
        Assert.Equal(2000 / (8 * 2 * Math.PI), soft, 4.0); // GeV per area; tiles of 26 inputs fluctuate by a fifth.
        inputs.Add(FourVector.FromPtEtaPhiMass(500, 0.3, 1, 0));
        inputs.Add(FourVector.FromPtEtaPhiMass(480, -0.9, -2, 0));
        Assert.InRange(GridDensity.Of(inputs), soft, 1.1 * soft);
        Assert.Equal(0, GridDensity.Of([]));
    }

    [Fact]
    public void OriginCorrection_PointsToTheVertexAndKeepsTheEnergy()
    {
        var source = new CalorimeterEvent(s_geometry);
        int cell = CellIn(CaloSampling.Emb2);
        source.Energy[cell] = 20;
        Cluster cluster = Cluster(20, (cell, 1));
        FourVector here = OriginCorrection.Apply(cluster, source, 0);
        FourVector there = OriginCorrection.Apply(cluster, source, 100);
        Assert.Equal(s_geometry.Eta[cell], here.Eta, 5);
        double radius = Math.Sqrt(
            (s_geometry.X[cell] * s_geometry.X[cell]) + (s_geometry.Y[cell] * s_geometry.Y[cell]));
        Assert.Equal(Math.Asinh((s_geometry.Z[cell] - 100) / radius), there.Eta, 5);
        Assert.Equal(20, there.E, 9);
        Assert.Equal(0, there.Mass, 5);
        Assert.Equal(here.Phi, there.Phi, 9);
    }

    private static int CellIn(CaloSampling sampling) => Array.IndexOf(s_geometry.Sampling, sampling);

    private static Cluster Cluster(double energy, params (int Cell, float Weight)[] cells) => new()
    {
        Cells = [.. cells.Select(cell => cell.Cell)],
        Weights = [.. cells.Select(cell => cell.Weight)],
        Energy = energy,
    };
}
