using Moliere.Calibration.InSitu;

namespace Moliere.Tests.Calibration.InSitu;

/// <summary>Batches of pairs with momenta given by hand, and gradients of terms by differences.</summary>
internal static class PairBatches
{
    /// <summary>The jets of a toy sample at true scale; bins of 5 % in the average, one bin for the width.</summary>
    public static DijetBatch Toy(int events, double binWidth = 0.05)
    {
        var table = ToyDijets.Make(events, 4);
        var options = new InSituOptions { BinWidth = binWidth };
        var sample = new DijetSample(table, KnownResponse.Mean, KnownResponse.Mean, options);
        var bins = new DijetBins(options, sample.Pairs.Average);
        var batch = new DijetBatch();
        batch.LoadInitial(sample.Context(new float[sample.Jets.RowCount], bins));
        for (int i = 0; i < batch.Jets; i++)
        {
            batch.Weight[i] = 1 + ((i / 2) % 3);
        }

        return batch;
    }

    /// <summary>Replaces every momentum.</summary>
    public static DijetBatch With(this DijetBatch batch, Func<int, double> momentum)
    {
        for (int i = 0; i < batch.Jets; i++)
        {
            batch.Momentum[i] = momentum(i);
        }

        return batch;
    }

    /// <summary>Compares the gradient of a term with central differences in some jets.</summary>
    public static void CheckGradient(DijetBatch batch, Func<double, double> term)
    {
        const double factor = 1.7, step = 1e-3;
        batch.Gradient.Clear();
        term(factor);
        double[] gradient = batch.Gradient.ToArray();
        foreach (int jet in (int[])[0, 1, 10, 33, batch.Jets - 1])
        {
            double value = batch.Momentum[jet];
            batch.Momentum[jet] = value + step;
            double above = term(0);
            batch.Momentum[jet] = value - step;
            double below = term(0);
            batch.Momentum[jet] = value;
            Assert.Equal(factor * (above - below) / (2 * step), gradient[jet], 1e-9);
        }
    }
}
