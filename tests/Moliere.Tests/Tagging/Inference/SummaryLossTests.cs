using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;
using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class SummaryLossTests
{
    private const int Bins = 5, Groups = 40;

    [Theory]
    [InlineData("B0")]
    [InlineData("B2")]
    [InlineData("B4")]
    public void Gradient_IsThatOfDifferences(string name)
    {
        (SummaryLoss loss, CoupledRows rows, float[] outputs) = Problem(InferenceBenchmark.Of(name), 0.7);
        var gradient = new float[outputs.Length];
        loss.Evaluate(new CoupledBatch(rows, [], outputs, Bins), gradient);
        double largest = gradient.Max(Math.Abs);
        foreach (int i in (int[])[0, 7, 23, 58, 131, 190])
        {
            float kept = outputs[i];
            const float step = 1e-2f;
            double above = At(kept + step), below = At(kept - step);
            outputs[i] = kept;
            Assert.Equal((above - below) / (2 * step), gradient[i], 2e-3 * largest);

            double At(float value)
            {
                outputs[i] = value;
                return loss.Evaluate(new CoupledBatch(rows, [], outputs, Bins), new float[outputs.Length]);
            }
        }
    }

    [Fact]
    public void Value_IsTheVarianceOfTheTemplates()
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B4");
        (SummaryLoss loss, CoupledRows rows, float[] outputs) = Problem(benchmark, 1e-5);
        double variance = loss.Evaluate(new CoupledBatch(rows, [], outputs, Bins), new float[outputs.Length]);
        double expected = Templates(benchmark, rows, outputs).Uncertainty(benchmark);
        Assert.Equal(expected * expected, variance, 1e-3 * variance);
        Assert.Equal(expected, loss.Judge(new CoupledBatch(rows, [], outputs, Bins)).Score, 1e-6 * expected);
    }

    [Fact]
    public void BinsThatKnowNothing_AreNotANumber()
    {
        (SummaryLoss loss, CoupledRows rows, float[] outputs) = Problem(InferenceBenchmark.Of("B2"), 1);
        Array.Clear(outputs);
        Assert.True(double.IsNaN(
            loss.Evaluate(new CoupledBatch(rows, [], outputs, Bins), new float[outputs.Length])));
    }

    // All rows in one hard bin say nothing about a shape; soft bins of the same outputs do.
    [Fact]
    public void SingularHardBins_ComeBehindAllOthers()
    {
        (SummaryLoss loss, CoupledRows rows, float[] outputs) = Problem(InferenceBenchmark.Of("B2"), 1);
        double healthy = loss.Judge(new CoupledBatch(rows, [], outputs, Bins)).Score;
        for (int row = 0; row < rows.RowCount; row++)
        {
            outputs[row * Bins] += 100;
        }

        Verdict one = loss.Judge(new CoupledBatch(rows, [], [.. outputs.Select(output => output / 25)], Bins));
        Verdict two = loss.Judge(new CoupledBatch(rows, [], [.. outputs.Select(output => output / 20)], Bins));
        Assert.InRange(healthy, 1, 1e5);
        Assert.All((Verdict[])[one, two], verdict => Assert.InRange(verdict.Score, 1e8, double.MaxValue));
        Assert.Equal(one.Measures[0] < two.Measures[0], one.Score < two.Score);
    }

    [Fact]
    public void Identity_TellsSettingsApart()
    {
        string[] identities =
        [
            new SummaryLoss(10, 0.1, [1, 2], 4).Identity, new SummaryLoss(10, 0.1, [1, 3], 4).Identity,
            new SummaryLoss(10, 0.2, [1, 2], 4).Identity, new SummaryLoss(9, 0.1, [1, 2], 4).Identity,
            new SummaryLoss(10, 0.1, [1, 2], 2).Identity,
        ];
        Assert.Equal(identities.Length, identities.Distinct().Count());
    }

    private static (SummaryLoss Loss, CoupledRows Rows, float[] Outputs) Problem(
        InferenceBenchmark benchmark, double temperature)
    {
        CoupledRows rows = SummarySample.Draw(benchmark, Groups, seed: 5);
        var rng = new Rng(3, "outputs");
        var outputs = new float[rows.RowCount * Bins];
        foreach (ref float output in outputs.AsSpan())
        {
            output = (float)rng.NextGaussian();
        }

        int size = SummarySample.GroupSize(benchmark);
        return (new(Bins, temperature, benchmark.Constraints, size), rows, outputs);
    }

    // Hard bins of the same rows, put together the slow way.
    private static CountTemplates Templates(InferenceBenchmark benchmark, CoupledRows rows, float[] outputs)
    {
        CountTemplates templates = new(new double[Bins], [.. Enumerable.Range(0, 4).Select(_ => new double[Bins])]);
        for (int row = 0; row < rows.RowCount; row++)
        {
            float[] own = outputs[(row * Bins)..((row + 1) * Bins)];
            int bin = Array.IndexOf(own, own.Max());
            templates.Counts[bin] += rows.ContextOf(row)[0] / Groups;
            for (int a = 0; a < benchmark.Parameters.Count; a++)
            {
                templates.Slopes[(int)benchmark.Parameters[a]][bin] += rows.ContextOf(row)[1 + a] / Groups;
            }
        }

        return templates;
    }
}
