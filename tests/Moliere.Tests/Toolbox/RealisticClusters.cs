using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Clusters whose features cover the ranges of the simulation, tails and floors included, and whose response depends
/// on several of them with two kinds of spread, so that predicted distributions have one, two or flat peaks.
/// </summary>
internal static class RealisticClusters
{
    private delegate double Draw(ref Rng rng);

    private static readonly (string Column, Draw Draw)[] s_features =
    [
        (ClusterColumns.Rapidity, (ref Rng rng) => Distributions.Uniform(-1.7, 1.7, ref rng)),
        (ClusterColumns.Significance, (ref Rng rng) => Decades(-0.5, 3, ref rng)),
        (ClusterColumns.Time, (ref Rng rng) => Math.Pow(rng.NextGaussian(), 3) * 3),
        (ClusterColumns.TimeVariance, (ref Rng rng) => rng.NextDouble() < 0.1 ? 0 : Decades(-3, 2, ref rng)),
        (ClusterColumns.Lambda, (ref Rng rng) => Decades(0.5, 3.4, ref rng)),
        (ClusterColumns.CenterMagnitude, (ref Rng rng) => Distributions.Uniform(1500, 6000, ref rng)),
        (ClusterColumns.EmFraction, (ref Rng rng) => Math.Clamp(Distributions.Uniform(-0.3, 1.3, ref rng), 0, 1)),
        (ClusterColumns.EnergyDensity, (ref Rng rng) => Decades(-8, -3, ref rng)),
        (ClusterColumns.Longitudinal, (ref Rng rng) => rng.NextDouble()),
        (ClusterColumns.Lateral, (ref Rng rng) => rng.NextDouble()),
        (ClusterColumns.PtD, (ref Rng rng) => Distributions.Uniform(0.1, 1, ref rng)),
        (ClusterColumns.Isolation, (ref Rng rng) => rng.NextDouble()),
        (ClusterColumns.VertexCount, (ref Rng rng) => Math.Floor(Distributions.Uniform(1, 45, ref rng))),
        (ClusterColumns.Mu, (ref Rng rng) => Distributions.Uniform(10, 70, ref rng)),
    ];

    /// <summary>Clusters, four to an event.</summary>
    public static Table Of(int count, ulong seed)
    {
        float[] energy = new float[count], deposit = new float[count];
        float[][] features = [.. s_features.Select(_ => new float[count])];
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "realistic-clusters", (ulong)row);
            for (int f = 0; f < features.Length; f++)
            {
                features[f][row] = (float)s_features[f].Draw(ref rng);
            }

            deposit[row] = (float)Decades(-0.5, 3, ref rng);
            double response = Response(features[6][row], features[4][row], deposit[row], ref rng);
            energy[row] = (float)(deposit[row] * Math.Pow(10, response));
        }

        return new Table(
        [
            new LongColumn(ClusterColumns.Event, "", "", [.. Enumerable.Range(0, count).Select(row => row / 4L)]),
            new FloatColumn(ClusterColumns.Weight, "", "", [.. Enumerable.Repeat(1f, count)]),
            new FloatColumn(ClusterColumns.EnergyDeposited, "GeV", "", deposit),
            new FloatColumn(ClusterColumns.EnergyEm, "GeV", "", energy),
            .. s_features.Select((feature, f) => new FloatColumn(feature.Column, "", "", features[f])),
        ]);
    }

    /// <summary>The raw features in the given order, row-major: what an exported graph takes.</summary>
    public static float[] Raw(this Table table, IReadOnlyList<string> columns)
    {
        var raw = new float[table.RowCount * columns.Count];
        for (int f = 0; f < columns.Count; f++)
        {
            float[] values = table.Floats(columns[f]);
            for (int row = 0; row < values.Length; row++)
            {
                raw[(row * columns.Count) + f] = values[row];
            }
        }

        return raw;
    }

    // log10 R: rises with the electromagnetic share and the energy; deep clusters have a second, lower response.
    private static double Response(double emFraction, double lambda, double deposit, ref Rng rng)
    {
        double centre = -0.35 + (0.3 * emFraction) + (0.04 * Math.Log10(deposit));
        double spread = 0.03 + (0.1 / Math.Sqrt(deposit));
        bool isLow = rng.NextDouble() < 0.15 * Math.Log10(lambda);
        return centre + (isLow ? -0.25 : 0) + ((isLow ? 2 : 1) * spread * rng.NextGaussian());
    }

    private static double Decades(double from, double to, ref Rng rng) =>
        Math.Pow(10, Distributions.Uniform(from, to, ref rng));
}
