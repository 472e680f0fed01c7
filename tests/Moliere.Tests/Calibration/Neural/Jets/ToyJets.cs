using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Calibration.Neural.Jets;

/// <summary>
/// Jet tables with a known law: R = pt / pt_true has a core that rises with the true momentum and falls with f_tile0,
/// and fluctuates around it by a Gaussian in ln R.
/// </summary>
internal static class ToyJets
{
    /// <summary>Spread of ln R around <see cref="MeanLog"/>.</summary>
    public const double Spread = 0.12;

    /// <summary>By how much ln R falls per unit of f_tile0.</summary>
    public const double TileSlope = 0.6;

    public static double MeanLog(double truthPt, double tile) =>
        Math.Log(1 - (0.45 * Math.Pow(truthPt / 10, -0.25))) - (TileSlope * (tile - 0.5));

    /// <summary>Jets, two to an event, flat in ln pT_true unless a power is given: dN/dpT ~ pT^-power.</summary>
    public static Table Jets(int count, ulong seed, double power = 1, double from = 12, double to = 1500)
    {
        var rng = new Rng(seed, "toy-jets");
        float[] truth = new float[count], pt = new float[count], eta = new float[count], tile = new float[count];
        for (int i = 0; i < count; i++)
        {
            truth[i] = (float)Momentum(rng.NextDouble(), power, from, to);
            eta[i] = (float)Distributions.Uniform(-2.4, 2.4, ref rng);
            tile[i] = (float)rng.NextDouble();
            pt[i] = (float)(truth[i] * Math.Exp(MeanLog(truth[i], tile[i]) + (Spread * rng.NextGaussian())));
        }

        List<Column> columns =
        [
            new LongColumn(JetColumns.Event, "", "", [.. Enumerable.Range(0, count).Select(i => (long)(i / 2))]),
            Floats(JetColumns.Weight, [.. Enumerable.Repeat(1f, count)]),
            Floats(JetColumns.TruthPt, truth),
            Floats(JetColumns.TruthDistance, [.. Enumerable.Repeat(0.05f, count)]),
            Floats(JetColumns.TruthIsolation, [.. Enumerable.Repeat(3f, count)]),
            Floats(JetColumns.Isolation, [.. Enumerable.Repeat(3f, count)]),
            Floats(JetColumns.Eta, eta),
            Floats(JetColumns.Energy, [.. pt.Select((p, i) => (float)(p * 1.01 * Math.Cosh(eta[i])))]),
            Floats(JetColumns.Density, [.. Enumerable.Repeat(12f, count)]),
            Floats(JetColumns.Area, [.. Enumerable.Repeat(0.5f, count)]),
        ];
        foreach (string name in JetColumns.Globals)
        {
            columns.Add(Floats(name, name switch
            {
                JetColumns.Pt => pt,
                JetColumns.DetectorEta => eta,
                "f_tile0" => tile,
                _ => Uniform(count, ref rng),
            }));
        }

        return new(columns);
    }

    /// <summary>Rows from a share of the table up to another one.</summary>
    public static int[] Part(Table jets, double from, double to)
    {
        int first = (int)(from * jets.RowCount);
        return [.. Enumerable.Range(first, (int)(to * jets.RowCount) - first)];
    }

    private static double Momentum(double u, double power, double from, double to)
    {
        double s = 1 - power;
        return s == 0
            ? from * Math.Pow(to / from, u)
            : Math.Pow(Math.Pow(from, s) + (u * (Math.Pow(to, s) - Math.Pow(from, s))), 1 / s);
    }

    private static FloatColumn Floats(string name, float[] values) => new(name, "", "", values);

    private static float[] Uniform(int count, ref Rng rng)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)Distributions.Uniform(0, 1, ref rng);
        }

        return values;
    }
}
