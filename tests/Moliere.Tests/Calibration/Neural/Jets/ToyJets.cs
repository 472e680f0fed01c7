using Moliere.Data.Kinematics;
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
    /// <param name="count">Number of jets.</param>
    /// <param name="seed">Another seed gives other jets.</param>
    /// <param name="power">Of the spectrum.</param>
    /// <param name="from">Smallest true momentum [GeV].</param>
    /// <param name="to">Largest true momentum [GeV].</param>
    /// <param name="widthSlope">
    /// By how much ln R falls from the narrowest to the widest jets, which only their constituents tell.
    /// </param>
    public static Table Jets(
        int count, ulong seed, double power = 1, double from = 12, double to = 1500, double widthSlope = 0)
    {
        var rng = new Rng(seed, "toy-jets");
        float[] truth = new float[count], pt = new float[count], eta = new float[count], tile = new float[count];
        double[] width = new double[count];
        for (int i = 0; i < count; i++)
        {
            truth[i] = (float)Momentum(rng.NextDouble(), power, from, to);
            eta[i] = (float)Distributions.Uniform(-2.4, 2.4, ref rng);
            tile[i] = (float)rng.NextDouble();
            width[i] = widthSlope == 0 ? 0.5 : rng.NextDouble();
            double logResponse = MeanLog(truth[i], tile[i]) - (widthSlope * (width[i] - 0.5));
            pt[i] = (float)(truth[i] * Math.Exp(logResponse + (Spread * rng.NextGaussian())));
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
            Floats(JetColumns.Phi, [.. Enumerable.Repeat(3.1f, count)]),
            .. Constituents(pt, eta, width, ref rng),
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

    // Three to eight constituents of equal shares on a circle whose radius is the width, across the cut of the azimuth.
    private static IEnumerable<Column> Constituents(float[] pt, float[] eta, double[] width, ref Rng rng)
    {
        var offsets = new int[pt.Length + 1];
        List<float> momenta = [], etas = [], phis = [], tracks = [];
        for (int i = 0; i < pt.Length; i++)
        {
            int n = 3 + (int)(6 * rng.NextDouble());
            for (int k = 0; k < n; k++)
            {
                double angle = Distributions.Uniform(0, 2 * Math.PI, ref rng), radius = 0.4 * width[i];
                momenta.Add(pt[i] / n);
                etas.Add((float)(eta[i] + (radius * Math.Cos(angle))));
                phis.Add((float)EtaPhi.WrapPhi(3.1f + (radius * Math.Sin(angle))));
                tracks.Add(k % 2);
            }

            offsets[i + 1] = momenta.Count;
        }

        return
        [
            Lists(JetColumns.ConstituentPt, offsets, momenta),
            Lists(JetColumns.ConstituentEta, offsets, etas),
            Lists(JetColumns.ConstituentPhi, offsets, phis),
            Lists(JetColumns.ConstituentIsTrack, offsets, tracks),
            Lists(JetColumns.ConstituentEmFraction, offsets, [.. tracks.Select(track => track > 0 ? 0 : 0.5f)]),
            Lists(JetColumns.ConstituentLambda, offsets, [.. momenta.Select(p => 100 + p)]),
        ];
    }

    private static JaggedColumn<float> Lists(string name, int[] offsets, List<float> values) =>
        new(name, "", "", offsets, [.. values]);

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
