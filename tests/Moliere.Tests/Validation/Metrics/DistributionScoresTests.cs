using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Numerics.Special;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class DistributionScoresTests
{
    private static readonly float[] Targets = [0.55f, 0.9f, 1.3f, 2.4f];

    public static TheoryData<ResponseScale, int> Cases => new()
    {
        { ResponseScale.Linear, 1 }, { ResponseScale.Linear, 3 }, { ResponseScale.Linear, 48 },
        { ResponseScale.Log10, 1 }, { ResponseScale.Log10, 3 }, { ResponseScale.Log10, 48 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Crps_IsTheIntegralOfTheSquaredDifferenceOfDistributionFunctions(ResponseScale scale, int components)
    {
        PredictedDistribution distribution = Random(Targets.Length, components, scale, seed: 5);
        double[] scores = DistributionScores.Crps(Targets, distribution, 2);
        for (int row = 0; row < Targets.Length; row++)
        {
            Assert.Equal(ReferenceCrps(distribution, row, Targets[row]), scores[row], 2e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pit_IsTheIntegralOfTheDensityThatTheLikelihoodTakes(ResponseScale scale, int components)
    {
        PredictedDistribution distribution = Random(Targets.Length, components, scale, seed: 6);
        double[] probabilities = DistributionScores.Pit(Targets, distribution, 1);
        for (int row = 0; row < Targets.Length; row++)
        {
            int at = row;
            double below = Integrate(x => Math.Exp(-Likelihood(distribution, at, x)), Low(scale), Targets[row]);
            Assert.Equal(below, probabilities[row], 2e-6);
        }
    }

    [Fact]
    public void OneNormalLaw_HasItsTextbookScores()
    {
        PredictedDistribution normal = DistributionScores.Normal([1, 1, 1], [0.5f, 0.5f, 0]);
        double[] crps = DistributionScores.Crps([1, 2, 1], normal, 1);

        Assert.Equal(0.5 * (Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI), crps[0], 1e-9);
        Assert.Equal(0.5 * ((2 * (2 * 0.9772498680518208)) - 2 + (2 * 0.05399096651318806) - (1 / Math.Sqrt(Math.PI))),
            crps[1], 1e-9);
        Assert.True(double.IsNaN(crps[2]));
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * 0.25),
            DistributionScores.NegativeLogLikelihood([1, 1, 1], normal, 1)[0], 1e-12);
        Assert.Equal(0.5, DistributionScores.Pit([1, 1, 1], normal, 1)[0], 1e-12);
    }

    [Fact]
    public void TargetBelowZero_IsImpossibleForALogarithmicMixtureAndScoredAllTheSame()
    {
        PredictedDistribution law = Random(1, 2, ResponseScale.Log10, seed: 2);
        Assert.Equal(double.PositiveInfinity, DistributionScores.NegativeLogLikelihood([-1], law, 1)[0]);
        Assert.Equal(0, DistributionScores.Pit([-1], law, 1)[0]);
        Assert.Equal(1, DistributionScores.Crps([-1], law, 1)[0] - DistributionScores.Crps([0], law, 1)[0], 1e-6);
    }

    [Fact]
    public void MissingTargetOrDistribution_GivesNaN()
    {
        PredictedDistribution law = Random(3, 2, ResponseScale.Linear, seed: 2);
        law.Parameters[7] = float.NaN;
        Assert.Equal([false, true, true],
            DistributionScores.Crps([1, 1, float.NaN], law, 1).Select(double.IsNaN));
        Assert.Contains("found 3 predicted distributions for 2 targets",
            Assert.Throws<ArgumentException>(() => DistributionScores.Pit([1, 1], law, 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnyNumberOfThreads_GivesTheSameBits()
    {
        PredictedDistribution law = Random(1500, 5, ResponseScale.Log10, seed: 9);
        float[] target = [.. Enumerable.Range(0, 1500).Select(i => 0.3f + (0.001f * i))];
        Assert.Equal(DistributionScores.Crps(target, law, 1), DistributionScores.Crps(target, law, 3));
        Assert.Equal(DistributionScores.Pit(target, law, 1), DistributionScores.Pit(target, law, 3));
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.25)]
    public void ScoresAreProper_TheTrueSpreadWinsOnAverage(double factor)
    {
        const int Rows = 20000;
        float[] target = [.. Enumerable.Range(0, Rows).Select(row =>
            (float)(1 + (0.2 * new Rng(3, "proper", (ulong)row).NextGaussian())))];
        float[] value = [.. Enumerable.Repeat(1f, Rows)];
        PredictedDistribution right = DistributionScores.Normal(value, [.. Enumerable.Repeat(0.2f, Rows)]);
        PredictedDistribution wrong =
            DistributionScores.Normal(value, [.. Enumerable.Repeat((float)(0.2 * factor), Rows)]);

        Assert.True(DistributionScores.Crps(target, right, 1).Average()
            < DistributionScores.Crps(target, wrong, 1).Average());
        Assert.True(DistributionScores.NegativeLogLikelihood(target, right, 1).Average()
            < DistributionScores.NegativeLogLikelihood(target, wrong, 1).Average());
    }

    internal static PredictedDistribution Random(int rows, int components, ResponseScale scale, ulong seed)
    {
        var parameters = new float[rows * 3 * components];
        for (int row = 0; row < rows; row++)
        {
            var rng = new Rng(seed, "mixture", (ulong)row);
            Span<float> mine = parameters.AsSpan(row * 3 * components, 3 * components);
            double total = 0;
            for (int k = 0; k < components; k++)
            {
                mine[k] = (float)(0.1 + rng.NextDouble());
                total += mine[k];
                double centre = 1 + (0.3 * rng.NextGaussian());
                mine[components + k] =
                    (float)(scale == ResponseScale.Linear ? centre : Math.Log10(Math.Max(0.2, centre)));
                mine[(2 * components) + k] = (float)(0.03 + (0.1 * rng.NextDouble()));
            }

            for (int k = 0; k < components; k++)
            {
                mine[k] = (float)(mine[k] / total);
            }
        }

        return new() { Scale = scale, Components = components, Parameters = parameters };
    }

    private static double ReferenceCrps(PredictedDistribution law, int row, double target)
    {
        double Below(double x) => new NormalMixture(law.Of(row)).Probability(
            law.Scale == ResponseScale.Linear ? x : Math.Log10(x));
        double low = Low(law.Scale), squares = Integrate(x => Below(x) * Below(x), low, target);
        return squares + Integrate(x => (1 - Below(x)) * (1 - Below(x)), target, 8);
    }

    private static double Likelihood(PredictedDistribution law, int row, double x)
    {
        var one = law with { Parameters = law.Of(row).ToArray() };
        return DistributionScores.NegativeLogLikelihood([(float)x], one, 1)[0];
    }

    private static double Low(ResponseScale scale) => scale == ResponseScale.Linear ? -3 : 1e-4;

    // Simpson's rule.
    private static double Integrate(Func<double, double> function, double low, double high)
    {
        const int Steps = 4000;
        double sum = 0, step = (high - low) / Steps;
        for (int i = 0; i <= Steps; i++)
        {
            sum += function(low + (i * step)) * (i == 0 || i == Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * step / 3;
    }
}
