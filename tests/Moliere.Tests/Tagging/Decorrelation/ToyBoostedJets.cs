using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

/// <summary>
/// Jets of a closed form: background of falling mass, bosons around 80 GeV, and variables that follow class and mass.
/// </summary>
internal static class ToyBoostedJets
{
    public static Table Table(int count, ulong seed)
    {
        var rng = new Rng(seed, "toy jets", 0);
        string[] names = [.. BoostedJetColumns.Substructure];
        float[] signal = new float[count], mass = new float[count], pt = new float[count];
        float[][] variables = [.. names.Select(_ => new float[count])];
        for (int i = 0; i < count; i++)
        {
            bool isSignal = i % 2 == 0;
            signal[i] = isSignal ? 1 : 0;
            pt[i] = (float)(300 * Math.Pow(3, rng.NextDouble()));
            mass[i] = (float)(isSignal ? Math.Clamp(80 + (8 * rng.NextGaussian()), 51, 299)
                : 50 * Math.Pow(6, rng.NextDouble()));
            double prong = (isSignal ? 1 : 0) + (0.6 * rng.NextGaussian());
            double rho = Math.Log(mass[i] * mass[i] / pt[i]);
            for (int v = 0; v < names.Length; v++)
            {
                variables[v][i] = (float)(1 - (0.3 * prong) - (0.12 * (1 + (v % 3)) * (rho - 2.5))
                    + (0.3 * rng.NextGaussian()));
            }
        }

        return new(
        [
            new LongColumn(
                BoostedJetColumns.Crossing, "", "", [.. Enumerable.Range(0, count).Select(i => (long)i / 4)]),
            new FloatColumn(BoostedJetColumns.IsSignal, "", "", signal),
            new FloatColumn(BoostedJetColumns.Pt, "GeV", "", pt),
            new FloatColumn(BoostedJetColumns.Mass, "GeV", "", mass),
            .. names.Select((name, v) => new FloatColumn(name, "", "", variables[v])),
        ]);
    }

    /// <summary>The same, but the first eight jets have no mass: 0, NaN, infinite, or negative.</summary>
    public static Table WithoutMass(int count)
    {
        Table jets = Table(count, 1);
        float[] mass = [.. jets.Floats(BoostedJetColumns.Mass)];
        float[] wrong = [0, float.NaN, float.PositiveInfinity, -5];
        for (int i = 0; i < 8; i++)
        {
            mass[i] = wrong[i % 4];
        }

        return new([.. jets.Columns.Select(column => column.Name != BoostedJetColumns.Mass ? column
            : new FloatColumn(column.Name, column.Unit, "", mass))]);
    }

    public static BoostedSample Sample(int count, ulong seed) => BoostedSample.Of(Table(count, seed), "toy", 300, 900);
}
