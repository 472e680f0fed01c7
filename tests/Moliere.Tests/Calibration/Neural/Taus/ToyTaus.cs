using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Calibration.Neural.Taus;

/// <summary>
/// Tau tables whose ln t, t = true over combined momentum, follows a known mixture of two normal densities given two of
/// the inputs; the others say nothing.
/// </summary>
internal static class ToyTaus
{
    /// <summary>Share, mean and width of the narrow density, then mean and width of the wide one.</summary>
    /// <param name="mode">p_1p0n.</param>
    /// <param name="asymmetry">pion_asymmetry.</param>
    public static (double Share, double Mean, double Width, double WideMean, double WideWidth) Law(
        double mode, double asymmetry) => (0.3 + (0.6 * mode), 0.08 * asymmetry, 0.05, -0.2, 0.2 + (0.05 * asymmetry));

    /// <summary>Mean and standard deviation of ln t.</summary>
    public static (double Mean, double Sigma) Moments(double mode, double asymmetry)
    {
        (double share, double mean, double width, double wideMean, double wideWidth) = Law(mode, asymmetry);
        double centre = (share * mean) + ((1 - share) * wideMean);
        double second = (share * ((width * width) + (mean * mean)))
            + ((1 - share) * ((wideWidth * wideWidth) + (wideMean * wideMean)));
        return (centre, Math.Sqrt(second - (centre * centre)));
    }

    /// <summary>Taus, two to an event, with combined momenta flat in their logarithm from 10 to 200 GeV.</summary>
    /// <param name="count">Number of taus.</param>
    /// <param name="seed">Another seed gives other taus.</param>
    public static Table Taus(int count, ulong seed)
    {
        var rng = new Rng(seed, "toy-taus");
        string[] names =
        [
            TauColumns.Pt, TauColumns.PtCombined, TauColumns.PtCalorimeter, TauColumns.PtSubstructure, TauColumns.PtEm,
            TauColumns.TruthPt, TauColumns.Eta, TauColumns.EtaSubstructure, TauColumns.Mu, TauColumns.VertexCount,
            TauColumns.Density, TauColumns.CenterLambda, TauColumns.FirstEnergyDensity, TauColumns.SecondLambda,
            TauColumns.PresamplerFraction, TauColumns.EmProbability, TauColumns.PionAsymmetry, TauColumns.TrackCount,
            .. TauColumns.Modes,
        ];
        var columns = names.ToDictionary(name => name, _ => new float[count]);
        for (int row = 0; row < count; row++)
        {
            Fill(name => ref columns[name][row], ref rng);
        }

        return new(
        [
            new LongColumn(TauColumns.Event, "", "", [.. Enumerable.Range(0, count).Select(row => (long)(row / 2))]),
            .. names.Select(name => new FloatColumn(name, "", "", columns[name])),
        ]);
    }

    /// <summary>The same table with other values in a column.</summary>
    public static Table With(Table taus, string column, Func<float[], float[]> change) => new(
    [
        .. taus.Columns.Select(c =>
            c.Name == column ? ((FloatColumn)c) with { Values = change(taus.Floats(column)) } : c),
    ]);

    /// <summary>Nothing to complete: the tables have their classical scales.</summary>
    public static TauScales Scales { get; } = new(null, null, null);

    /// <summary>Rows of a part of a table.</summary>
    public static int[] Part(Table taus, double from, double to) =>
        [.. Enumerable.Range(0, taus.RowCount).Where(row => row >= from * taus.RowCount && row < to * taus.RowCount)];

    private delegate ref float Cell(string name);

    private static void Fill(Cell at, ref Rng rng)
    {
        double mode = rng.NextDouble(), asymmetry = Distributions.Uniform(-1, 1, ref rng);
        (double share, double mean, double width, double wideMean, double wideWidth) = Law(mode, asymmetry);
        double logRatio = rng.NextDouble() < share
            ? Distributions.Gaussian(mean, width, ref rng)
            : Distributions.Gaussian(wideMean, wideWidth, ref rng);
        double combined = Math.Exp(Distributions.Uniform(Math.Log(10), Math.Log(200), ref rng));
        double eta = Distributions.Uniform(-2.4, 2.4, ref rng);
        at(TauColumns.PtCombined) = (float)combined;
        at(TauColumns.TruthPt) = (float)(combined * Math.Exp(logRatio));
        at(TauColumns.Pt) = (float)(combined * Distributions.Uniform(0.9, 1.3, ref rng));
        at(TauColumns.PtEm) = at(TauColumns.Pt) * (float)Distributions.Uniform(0.6, 0.9, ref rng);
        at(TauColumns.PtCalorimeter) = (float)(combined * Distributions.Uniform(0.8, 1.2, ref rng));
        at(TauColumns.PtSubstructure) = (float)(combined * Distributions.Uniform(0.7, 1.2, ref rng));
        at(TauColumns.Eta) = (float)eta;
        at(TauColumns.EtaSubstructure) = (float)(eta + Distributions.Gaussian(0, 0.01, ref rng));
        at(TauColumns.Mu) = (float)Distributions.Uniform(10, 60, ref rng);
        at(TauColumns.VertexCount) = Distributions.Poisson(20, ref rng);
        at(TauColumns.Density) = (float)Distributions.Uniform(5, 20, ref rng);
        at(TauColumns.CenterLambda) = (float)Distributions.Uniform(100, 900, ref rng);
        at(TauColumns.FirstEnergyDensity) = (float)Distributions.Gaussian(-7, 0.5, ref rng);
        at(TauColumns.SecondLambda) = (float)Distributions.Uniform(1e3, 2e5, ref rng);
        at(TauColumns.PresamplerFraction) = (float)Distributions.Uniform(0, 0.2, ref rng);
        at(TauColumns.EmProbability) = (float)rng.NextDouble();
        at(TauColumns.PionAsymmetry) = (float)asymmetry;
        at(TauColumns.TrackCount) = rng.NextDouble() < 0.75 ? 1 : 3;
        at(TauColumns.Modes[0]) = (float)mode;
        foreach (string other in TauColumns.Modes.Skip(1))
        {
            at(other) = (float)((1 - mode) / (TauColumns.Modes.Count - 1));
        }
    }
}
