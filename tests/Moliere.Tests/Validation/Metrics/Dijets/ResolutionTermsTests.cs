// covers: ResolutionPoint
using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class ResolutionTermsTests
{
    private static readonly double[] Momenta = [20, 30, 45, 60, 80, 100, 150, 220, 300, 450, 700, 1000];

    [Fact]
    public void ExactPoints_GiveTheirTermsBack()
    {
        ResolutionTerms terms = ResolutionTerms.Fit([.. Momenta.Select(pt => Point(pt, 2.8, 0.86, 0.032))]);

        Assert.Equal(2.8, terms.Noise, 1e-4);
        Assert.Equal(0.86, terms.Stochastic, 1e-4);
        Assert.Equal(0.032, terms.Constant, 1e-5);
        Assert.Equal(0.240, terms.At(20), 0.0005); // the values of physics notes section 2.7
        Assert.Equal(0.060, terms.At(300), 0.0005);
        Assert.Equal(9, terms.Freedom);
    }

    [Fact]
    public void Errors_AreThoseOfRepeatedExperiments()
    {
        double[] pulls = new double[150];
        double chiSquared = 0;
        for (int i = 0; i < pulls.Length; i++)
        {
            var rng = new Rng(10, "resolution", (ulong)i);
            ResolutionPoint[] points = [.. Momenta.Select(pt => Smeared(Point(pt, 2.8, 0.86, 0.032), ref rng))];
            ResolutionTerms terms = ResolutionTerms.Fit(points, new(2.8 + (0.1 * rng.NextGaussian()), 0.1));
            pulls[i] = (terms.At(100) - Point(100, 2.8, 0.86, 0.032).Resolution) / terms.ErrorAt(100);
            chiSquared += terms.ChiSquared / terms.Freedom / pulls.Length;
        }

        double mean = pulls.Average(), width = Math.Sqrt(pulls.Sum(pull => (pull - mean) * (pull - mean)) / 149);
        Assert.InRange(mean, -0.25, 0.25);
        Assert.InRange(width, 0.85, 1.15);
        Assert.InRange(chiSquared, 0.85, 1.15);
    }

    [Fact]
    public void TermThatThePointsDoNotAskFor_IsZero()
    {
        ResolutionTerms terms = ResolutionTerms.Fit([.. Momenta.Select(pt =>
            new ResolutionPoint(pt, (0.86 / Math.Sqrt(pt)) - (0.1 / pt), 0.001))]);

        Assert.Equal(0, terms.Noise);
        Assert.True(double.IsNaN(terms.NoiseError));
        Assert.True(terms.StochasticError > 0);
    }

    [Fact]
    public void NoiseOfCones_TightensTheNoise()
    {
        ResolutionPoint[] points = [.. Momenta.Select(pt => Point(pt, 2.8, 0.86, 0.032))];

        Assert.True(ResolutionTerms.Fit(points, new(2.8, 0.02)).NoiseError < ResolutionTerms.Fit(points).NoiseError);
    }

    [Fact]
    public void TooFewPoints_AreRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ResolutionTerms.Fit([Point(100, 1, 1, 0.1), Point(200, 1, 1, 0.1)]));
        Assert.StartsWith("resolution terms: found 2 points, expected at least three", error.Message);
    }

    private static ResolutionPoint Point(double pt, double noise, double stochastic, double constant)
    {
        double value = Math.Sqrt(Math.Pow(noise / pt, 2) + (stochastic * stochastic / pt) + (constant * constant));
        return new(pt, value, 0.02 * value);
    }

    private static ResolutionPoint Smeared(ResolutionPoint point, ref Rng rng) =>
        point with { Resolution = point.Resolution + (point.Error * rng.NextGaussian()) };
}
