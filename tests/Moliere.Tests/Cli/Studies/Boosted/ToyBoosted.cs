using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Tests.Cli.Studies.Boosted;

/// <summary>Large-radius jets by formula: a peak and a falling mass, variables that follow mass and class.</summary>
internal static class ToyBoosted
{
    /// <summary>So many jets in crossings of 10, half with pile-up, half signal.</summary>
    public static Table Make(int count, ulong seed = 1)
    {
        float[][] reals = [.. BoostedJetSampler.NoJets.Columns.OfType<FloatColumn>().Select(_ => new float[count])];
        string[] names = [.. BoostedJetSampler.NoJets.Columns.OfType<FloatColumn>().Select(column => column.Name)];
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "toy jets", (ulong)row);
            bool isSignal = row % 2 == 1;
            double mass = isSignal ? 80 + (9 * rng.NextGaussian()) : Distributions.Exponential(60, ref rng) + 5;
            double pt = 200 * Math.Pow(10, rng.NextDouble());
            for (int c = 0; c < names.Length; c++)
            {
                reals[c][row] = (float)(names[c] switch
                {
                    BoostedJetColumns.Weight => 1,
                    BoostedJetColumns.IsSignal => isSignal ? 1 : 0,
                    BoostedJetColumns.Mu => row / 10 % 2 == 0 ? 50 : 0,
                    BoostedJetColumns.Pt or BoostedJetColumns.TruthPt => pt,
                    BoostedJetColumns.Eta => Distributions.Uniform(-2, 2, ref rng),
                    BoostedJetColumns.Mass => mass,
                    _ => Math.Abs((isSignal ? 0.3 : 0.6) + (0.002 * (mass - 80)) + (0.15 * rng.NextGaussian())),
                });
            }
        }

        long[] rows = [.. Enumerable.Range(0, count).Select(row => (long)row)];
        return new(
        [
            new LongColumn(BoostedJetColumns.Event, "", "event", rows),
            new LongColumn(BoostedJetColumns.Crossing, "", "crossing", Array.ConvertAll(rows, row => row / 10)),
            .. names.Select((name, c) => new FloatColumn(name, BoostedJetSampler.NoJets[name].Unit, "toy", reals[c])),
        ]);
    }
}
