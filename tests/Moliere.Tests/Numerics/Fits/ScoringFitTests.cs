// covers: FitResult
using Moliere.Numerics.Fits;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Fits;

public sealed class ScoringFitTests
{
    private static readonly double[] Places = [.. Enumerable.Range(0, 20).Select(i => 0.5 + i)];

    [Fact]
    public void LinearModel_HasTheClosedSolutionAndCovariance()
    {
        double[] values = [.. Places.Select(x => 3 + (0.5 * x))];
        double[] errors = [.. Places.Select(_ => 0.2)];

        FitResult fit = ScoringFit.Values(Line, values, errors, [0, 0]);

        Assert.True(fit.IsConverged);
        Assert.Equal(3, fit.Parameters[0], 1e-8);
        Assert.Equal(0.5, fit.Parameters[1], 1e-8);
        double mean = Places.Average(), spread = Places.Sum(x => (x - mean) * (x - mean));
        Assert.Equal(0.2 / Math.Sqrt(spread), fit.Error(1), 1e-8);
        Assert.Equal(18, fit.Freedom);
    }

    [Fact]
    public void ExponentialCounts_GiveTheLikelihoodEstimate()
    {
        // Of a Poisson likelihood with free norm, norm and sum agree: sum of predictions = sum of counts.
        double[] counts = [812, 543, 371, 240, 166, 118, 70, 50, 29, 25, 12, 9, 7, 3, 2, 3, 0, 1, 0, 0];

        FitResult fit = ScoringFit.Counts(Exponential, counts, [], [Math.Log(700), -0.2]);

        var predicted = new double[20];
        Exponential(fit.Parameters, predicted);
        Assert.True(fit.IsConverged);
        Assert.Equal(counts.Sum(), predicted.Sum(), 1e-3 * counts.Sum());
        Assert.Equal(
            counts.Zip(Places, (n, x) => n * x).Sum(), predicted.Zip(Places, (n, x) => n * x).Sum(), 2.0);
        Assert.InRange(fit.Deviance / fit.Freedom, 0.3, 1.7);
    }

    [Fact]
    public void Errors_AreThoseOfRepeatedExperiments()
    {
        var slopes = new List<double>();
        double stated = 0;
        for (ulong i = 0; i < 200; i++)
        {
            var rng = new Rng(5, "experiment", i);
            double[] counts = new double[20];
            for (int bin = 0; bin < counts.Length; bin++)
            {
                counts[bin] = Distributions.Poisson(200 * Math.Exp(-0.3 * Places[bin]), ref rng);
            }

            FitResult fit = ScoringFit.Counts(Exponential, counts, [], [Math.Log(100), -0.1]);
            slopes.Add(fit.Parameters[1]);
            stated += fit.Error(1) / 200;
        }

        double mean = slopes.Average();
        double found = Math.Sqrt(slopes.Sum(slope => (slope - mean) * (slope - mean)) / 199);
        Assert.InRange(found / stated, 0.85, 1.15);
        Assert.Equal(-0.3, mean, 4 * stated / Math.Sqrt(200));
    }

    [Fact]
    public void WeightedCounts_KeepTheErrorsOfTheirEvents()
    {
        double[] counts = [.. Places.Select(x => Math.Round(500 * Math.Exp(-0.3 * x)))];

        FitResult plain = ScoringFit.Counts(Exponential, counts, [], [Math.Log(300), -0.2]);
        FitResult tripled = ScoringFit.Counts(
            Exponential, [.. counts.Select(n => 3 * n)], [.. counts.Select(n => 9 * n)], [Math.Log(300), -0.2]);

        Assert.Equal(plain.Parameters[1], tripled.Parameters[1], 1e-6);
        Assert.Equal(plain.Error(1), tripled.Error(1), 1e-4 * plain.Error(1));
    }

    [Fact]
    public void ParameterWithoutInfluence_HasNoError()
    {
        FitResult fit = ScoringFit.Values(
            (p, predictions) => predictions.Fill(p[0]), [1, 1.2], [0.1, 0.1], [0.5, 7]);

        Assert.True(double.IsNaN(fit.Error(1)));
    }

    [Fact]
    public void VariedParameters_HaveTheCovarianceOfTheFit()
    {
        FitResult fit = ScoringFit.Values(
            Line, [.. Places.Select(x => 3 + (0.5 * x))], [.. Places.Select(_ => 0.2)], [0, 0]);
        double[] first = new double[20_000], second = new double[20_000];
        var rng = new Rng(1, "vary");
        for (int i = 0; i < first.Length; i++)
        {
            double[] moved = fit.Vary(ref rng);
            (first[i], second[i]) = (moved[0] - fit.Parameters[0], moved[1] - fit.Parameters[1]);
        }

        double mixed = first.Zip(second, (a, b) => a * b).Average();
        Assert.Equal(fit.Covariance[0, 0], first.Average(a => a * a), 0.05 * fit.Covariance[0, 0]);
        Assert.Equal(fit.Covariance[0, 1], mixed, -0.05 * fit.Covariance[0, 1]);
    }

    private static void Line(ReadOnlySpan<double> p, Span<double> predictions)
    {
        for (int i = 0; i < predictions.Length; i++)
        {
            predictions[i] = p[0] + (p[1] * Places[i]);
        }
    }

    private static void Exponential(ReadOnlySpan<double> p, Span<double> predictions)
    {
        for (int i = 0; i < predictions.Length; i++)
        {
            predictions[i] = Math.Exp(p[0] + (p[1] * Places[i]));
        }
    }
}
