using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Samples the symmetric fragmentation function f(z) = (1/z) (1 - z)^a exp(-b mT²/z) by a table of its quantiles:
/// rows are equidistant in ln mT², columns in probability, both interpolated.
/// </summary>
/// <source>
/// Andersson, Gustafson, Soderberg, Z. Phys. C 20 (1983) 317; b of the Monash tune, Eur. Phys. J. C 74 (2014) 3024.
/// </source>
internal static class LundFunction
{
    private const double A = 1.05; // Monash has 0.68; tuned on leading constituents: strings end at every parton here
    private const double B = 0.98; // Monash, StringZ:bLund [1/GeV²]
    private const int Rows = 48, Columns = 128, Steps = 4000;
    private const double LogLow = -4.2, LogHigh = 3.0; // mT from 0.12 to 4.5 GeV

    private static readonly float[] Quantiles = Tabulate();

    /// <summary>Fraction of the light-cone momentum that the next hadron takes, in (0, 1).</summary>
    /// <param name="transverseMassSquared">mT² of the hadron [GeV²].</param>
    /// <param name="rng">Stream.</param>
    public static double Sample(double transverseMassSquared, ref Rng rng)
    {
        double row = (Math.Log(transverseMassSquared) - LogLow) / (LogHigh - LogLow) * (Rows - 1);
        int r = Math.Clamp((int)row, 0, Rows - 2);
        double column = rng.NextDouble() * Columns, w = Math.Clamp(row - r, 0, 1);
        int c = (int)column, i = (r * (Columns + 1)) + c, j = i + Columns + 1;
        double low = Quantiles[i] + ((column - c) * (Quantiles[i + 1] - Quantiles[i]));
        double high = Quantiles[j] + ((column - c) * (Quantiles[j + 1] - Quantiles[j]));
        return low + (w * (high - low));
    }

    private static float[] Tabulate()
    {
        var table = new float[Rows * (Columns + 1)];
        for (int r = 0; r < Rows; r++)
        {
            double mt2 = Math.Exp(LogLow + ((LogHigh - LogLow) * r / (Rows - 1)));
            FillRow(mt2, table.AsSpan(r * (Columns + 1), Columns + 1));
        }

        return table;
    }

    private static void FillRow(double mt2, Span<float> row)
    {
        var cumulative = new double[Steps + 1];
        for (int i = 0; i < Steps; i++)
        {
            double z = (i + 0.5) / Steps;
            cumulative[i + 1] = cumulative[i] + (Math.Pow(1 - z, A) / z * Math.Exp(-B * mt2 * ((1 / z) - 1)));
        }

        int step = 0;
        for (int c = 0; c < row.Length; c++)
        {
            double target = cumulative[Steps] * c / (row.Length - 1);
            while (step < Steps - 1 && cumulative[step + 1] < target)
            {
                step++;
            }

            double slope = cumulative[step + 1] - cumulative[step];
            row[c] = (float)((step + (slope > 0 ? (target - cumulative[step]) / slope : 0)) / Steps);
        }
    }
}
