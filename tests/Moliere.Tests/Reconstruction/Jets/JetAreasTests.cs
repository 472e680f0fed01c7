using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetAreasTests
{
    [Fact]
    public void LoneAntiKtJet_IsADisc()
    {
        var grid = new GhostGrid { RapidityMax = 2, CellArea = 0.001 };
        Assert.Equal(Math.PI * 0.16, Area(JetAlgorithm.AntiKt, grid, [At(50, 0.3, 1)]), 2);
    }

    [Fact]
    public void LoneKtJet_HasTheMeanAreaOfSoftSurroundings()
    {
        // The active area of one particle with kt is 0.81 pi R² with a spread of 0.28 (arXiv:0802.1188).
        double sum = 0;
        for (ulong i = 0; i < 40; i++)
        {
            var grid = new GhostGrid { RapidityMax = 1.3, CellArea = 0.03 };
            sum += Area(JetAlgorithm.Kt, grid, [At(50, 0, 1)], i) / (Math.PI * 0.16);
        }

        Assert.InRange(sum / 40, 0.81 - 0.13, 0.81 + 0.13); // 0.28 / sqrt(40) is 0.044
    }

    [Fact]
    public void JetsOfTwelveEvents_HaveTheAreasOfFastJet()
    {
        // FastJet's are means over ten sets of ghosts, ours are of one; at the edge a few of 314 ghosts change sides.
        List<double> ratios = [];
        foreach (var (inputs, jet, expected) in GroomedJets.Of("jet"))
        {
            MergeTree tree = new JetFinder(new(JetAlgorithm.AntiKt, 1)).Cluster(inputs);
            var rng = new Rng(1, "ghosts");
            double area = JetAreas.Of(tree, [jet], new GhostGrid { RapidityMax = 6 }, ref rng)[0];
            ratios.Add(area / expected[4]);
        }

        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.92, 1.08));
        Assert.InRange(ratios.Average(), 0.99, 1.01);
    }

    [Fact]
    public void JetOutsideTheGrid_HasNoArea() =>
        Assert.Equal(0, Area(JetAlgorithm.AntiKt, new GhostGrid { RapidityMax = 1 }, [At(50, 4, 1)]));

    [Fact]
    public void TwoJets_ShareThePlaneByHardness()
    {
        // The harder of two at 0.6 keeps its disc; the softer one is a disc with a bite taken out.
        FourVector[] inputs = [At(100, 0, 0), At(20, 0, 0.6)];
        MergeTree tree = new JetFinder(new(JetAlgorithm.AntiKt, 0.4)).Cluster(inputs);
        var rng = new Rng(1, "ghosts");
        double[] areas = JetAreas.Of(
            tree, tree.Jets(0), new GhostGrid { RapidityMax = 1, CellArea = 0.001 }, ref rng);
        Assert.Equal(Math.PI * 0.16, areas[0], 2);
        Assert.InRange(areas[1], 0.8 * Math.PI * 0.16, 0.93 * Math.PI * 0.16);
    }

    private static double Area(JetAlgorithm algorithm, GhostGrid grid, FourVector[] inputs, ulong number = 0)
    {
        MergeTree tree = new JetFinder(new(algorithm, 0.4)).Cluster(inputs);
        var rng = new Rng(1, "ghosts", number);
        return JetAreas.Of(tree, tree.Jets(0), grid, ref rng)[0];
    }

    private static FourVector At(double pt, double eta, double phi) =>
        FourVector.FromPtEtaPhiMass(pt, eta, phi, 0);
}
