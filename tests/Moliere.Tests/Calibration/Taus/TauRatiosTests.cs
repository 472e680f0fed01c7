using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tests.Calibration.Taus;

public class TauRatiosTests
{
    private static readonly Table s_taus = new(
    [
        Momentum(TauColumns.Pt, 20, 90), Momentum(TauColumns.PtEm, 15, 60), Momentum(TauColumns.PtCombined, 25, 100),
        Momentum(TauColumns.PtCalorimeter, 22, 95), Momentum(TauColumns.TruthPt, 24, 110),
        Momentum(TauColumns.Mu, 30, 40),
    ]);

    [Fact]
    public void Ratios_AreThoseOfTheInputs()
    {
        Table ratios = TauRatios.Of(s_taus);
        Assert.Equal([0.8f, 0.9f], ratios.Floats(TauColumns.Pt));
        Assert.Equal([0.75f, 60f / 90], ratios.Floats(TauColumns.PtEm));
        Assert.Equal([0.96f, 1.1f], ratios.Floats(TauColumns.TruthPt));
        Assert.Equal([25f, 100], ratios.Floats(TauColumns.PtCombined));
        Assert.Equal([30f, 40], ratios.Floats(TauColumns.Mu));
    }

    [Fact]
    public void Momenta_ComeBack()
    {
        Table again = TauRatios.ToMomenta(TauRatios.Of(s_taus));
        Assert.All(s_taus.Columns, column => Assert.All(
            again.Floats(column.Name).Zip(s_taus.Floats(column.Name)),
            pair => Assert.Equal(pair.Second, pair.First, 1e-5 * pair.Second)));
    }

    [Fact]
    public void AnotherScale_TakesAllMomentaAlong()
    {
        Table ratios = TauRatios.Of(s_taus);
        Table scaled = new([.. ratios.Columns.Select(column => column.Name == TauColumns.PtCombined
            ? ((FloatColumn)column) with { Values = [50, 200] } : column)]);
        Table taus = TauRatios.ToMomenta(scaled);
        Assert.Equal([40f, 180], taus.Floats(TauColumns.Pt).Select(pt => MathF.Round(pt, 3)));
        Assert.Equal([30f, 120], taus.Floats(TauColumns.PtEm).Select(pt => MathF.Round(pt, 3)));
        Assert.Equal([48f, 220], taus.Floats(TauColumns.TruthPt).Select(pt => MathF.Round(pt, 3)));
    }

    [Fact]
    public void WithoutTheCombinedScale_ItIsNamed() => Assert.Contains(
        TauColumns.PtCombined,
        Assert.Throws<MissingColumnException>(() => TauRatios.Of(new([Momentum(TauColumns.Pt, 1, 2)]))).Message);

    private static FloatColumn Momentum(string name, params float[] values) => new(name, "GeV", "", values);
}
