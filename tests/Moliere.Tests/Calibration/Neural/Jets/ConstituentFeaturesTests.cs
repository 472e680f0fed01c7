// covers: ConstituentScale
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class ConstituentFeaturesTests
{
    // One jet at eta = -1, phi = 3 with a cluster, a track beyond the cut of the azimuth, and two without momentum.
    private static readonly Table s_jet = new([
        new FloatColumn(JetColumns.Pt, "", "", [40]),
        new FloatColumn(JetColumns.Eta, "", "", [-1]),
        new FloatColumn(JetColumns.DetectorEta, "", "", [-1.05f]),
        new FloatColumn(JetColumns.Phi, "", "", [3]),
        List(JetColumns.ConstituentPt, 20, 10, 0, float.NaN),
        List(JetColumns.ConstituentEta, -1.1f, -0.9f, -1, -1),
        List(JetColumns.ConstituentPhi, 2.9f, (float)(3.2 - (2 * Math.PI)), 3, 3),
        List(JetColumns.ConstituentIsTrack, 0, 1, 0, 0),
        List(JetColumns.ConstituentEmFraction, 0.7f, 0, 0, 0),
        List(JetColumns.ConstituentLambda, 0.2f, 0, 0, 0),
    ]);

    [Fact]
    public void Constituents_AreRelativeToTheJet()
    {
        float[] points = Points(new() { Kind = JetNetworkKind.ParticleFlow, FoldEta = false });
        AssertClose([Math.Log(20), Math.Log(0.5), -0.1, -0.1, 0, 0.7, 0], points[..7]);
        AssertClose([Math.Log(10), Math.Log(0.25), 0.1, 0.2, 1, double.NaN, double.NaN], points[7..]);
    }

    [Fact]
    public void EnergyFlow_SeesSharesAndDirectionsOnly() => AssertClose(
        [0.5, -0.1, -0.1, 0, 0.25, 0.1, 0.2, 1], Points(new() { Kind = JetNetworkKind.EnergyFlow, FoldEta = false }));

    [Fact]
    public void Folds_TurnBothDirections()
    {
        // 20 GeV at -0.1 rad have a smaller moment than 10 GeV at 0.2 rad: the wide side is positive already.
        float[] points = Points(new() { Kind = JetNetworkKind.EnergyFlow, FoldPhi = true });
        AssertClose([0.5, 0.1, -0.1, 0, 0.25, -0.1, 0.2, 1], points);
        Table mirrored = Replaced(List(JetColumns.ConstituentPhi, 3.1f, 2.8f, 3, 3));
        AssertClose(
            [0.5, 0.1, -0.1, 0, 0.25, -0.1, 0.2, 1],
            Points(new() { Kind = JetNetworkKind.EnergyFlow, FoldPhi = true }, mirrored));
    }

    [Fact]
    public void Names_HaveOneColumnEach()
    {
        Assert.Equal(7, ConstituentFeatures.NamesOf(JetNetworkKind.ParticleFlow).Count);
        Assert.Equal(
            ["share", "track"],
            ConstituentFeatures.NamesOf(JetNetworkKind.EnergyFlow).Where(ConstituentFeatures.IsPlain));
    }

    [Fact]
    public void WithoutMomenta_TheMissingColumnIsNamed()
    {
        Table without = new([.. s_jet.Columns.Where(column => column.Name != JetColumns.ConstituentPt)]);
        var error = Assert.Throws<MissingColumnException>(() => new ConstituentFeatures(without, new()));
        Assert.Contains(JetColumns.ConstituentPt, error.Message, StringComparison.Ordinal);
    }

    private static float[] Points(JetNetworkOptions options, Table? jets = null)
    {
        List<float> points = [];
        new ConstituentFeatures(jets ?? s_jet, options).Add(0, points);
        return [.. points];
    }

    private static Table Replaced(Column column) =>
        new([.. s_jet.Columns.Select(old => old.Name == column.Name ? column : old)]);

    private static JaggedColumn<float> List(string name, params float[] values) =>
        new(name, "", "", [0, values.Length], values);

    private static void AssertClose(double[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected, (value, i) => Assert.Equal(value, found[i], 1e-5));
    }
}
