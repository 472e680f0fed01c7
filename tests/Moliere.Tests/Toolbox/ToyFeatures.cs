using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>Cluster tables with all 15 features, whose response is a known function of one of them and noise.</summary>
internal static class ToyFeatures
{
    /// <summary>Spread of log10 R around <see cref="ExpectedLog10"/>.</summary>
    public const double Spread = 0.05;

    /// <summary>The law behind the table: log10 R by electromagnetic fraction.</summary>
    public static double ExpectedLog10(double emFraction) => -0.3 + (0.3 * emFraction);

    /// <summary>Clusters, four to an event.</summary>
    public static Table Clusters(int count, ulong seed)
    {
        var rng = new Rng(seed, "toy-features");
        float[] energy = new float[count], deposit = new float[count], fraction = new float[count];
        for (int i = 0; i < count; i++)
        {
            deposit[i] = (float)Math.Exp(Distributions.Uniform(-1, 5, ref rng));
            fraction[i] = (float)rng.NextDouble();
            double log10 = ExpectedLog10(fraction[i]) + (Spread * rng.NextGaussian());
            energy[i] = (float)(deposit[i] * Math.Pow(10, log10));
        }

        List<Column> columns =
        [
            new LongColumn(ClusterColumns.Event, "", "", [.. Enumerable.Range(0, count).Select(i => (long)(i / 4))]),
            new FloatColumn(ClusterColumns.Weight, "", "", [.. Enumerable.Repeat(1f, count)]),
            new FloatColumn(ClusterColumns.EnergyDeposited, "GeV", "", deposit),
        ];
        foreach (string name in ClusterFeatures.All.Select(feature => feature.Name))
        {
            float[] values = name == ClusterColumns.EnergyEm ? energy
                : name == ClusterColumns.EmFraction ? fraction : Positive(count, ref rng);
            columns.Add(new FloatColumn(name, "", "", values));
        }

        return new Table(columns);
    }

    /// <summary>The same table with one column replaced.</summary>
    public static Table WithValue(this Table table, string column, int row, float value)
    {
        float[] values = [.. table.Floats(column)];
        values[row] = value;
        var replaced = new FloatColumn(column, "", "", values);
        return new Table([.. table.Columns.Select(c => c.Name == column ? replaced : c)]);
    }

    private static float[] Positive(int count, ref Rng rng)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)Distributions.Uniform(0.5, 2, ref rng);
        }

        return values;
    }
}
