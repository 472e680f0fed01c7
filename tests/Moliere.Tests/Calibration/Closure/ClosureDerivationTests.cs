using Moliere.Calibration.Closure;
using Moliere.Numerics.Fits;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Calibration.Closure;

public sealed class ClosureDerivationTests
{
    private const int Count = 60_000;

    // R falls towards low momenta by the shrinkage that learning the truth from a spectrum brings.
    private static double Mean(double truth) => 1 + (0.3 * Math.Pow(truth / 10, -1.2));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void MeanOfTheCore_ClosesAtEveryTrueMomentumForEverySpectrum(double power)
    {
        (float[] pt, float[] truth, float[] eta) = Sample(seed: 1, power: 1);
        ClosureSpline spline = ClosureDerivation.Derive(pt, truth, eta, new());
        (pt, truth, eta) = Sample(seed: 2, power);
        foreach ((double low, double high) in new[] { (20.0, 25.0), (30, 40), (60, 90), (200, 400) })
        {
            float[] response = [.. Enumerable.Range(0, Count).Where(row => truth[row] >= low && truth[row] < high)
                .Select(row => (float)(pt[row] / spline.At(pt[row], eta[row]).Factor / truth[row]))];
            Assert.Equal(1, CentralFit.Of(response, []).Mean, low < 30 ? 0.02 : 0.01);
        }
    }

    [Fact]
    public void Median_ClosesWhereATailMovesTheFit()
    {
        (float[] pt, float[] truth, float[] eta) = Sample(seed: 1, power: 1);
        for (int i = 0; i < Count; i += 3)
        {
            pt[i] *= 1.6f;
        }

        ClosureSpline spline = ClosureDerivation.Derive(
            pt, truth, eta, new() { Centre = ClosureCentre.Median });
        foreach ((double low, double high) in new[] { (20.0, 25.0), (60, 90), (200, 400) })
        {
            int[] rows = [.. Enumerable.Range(0, Count).Where(row => truth[row] >= low && truth[row] < high)];
            double below = rows.Count(row => pt[row] / spline.At(pt[row], eta[row]).Factor < truth[row]);
            Assert.Equal(0.5, below / rows.Length, 0.02);
        }
    }

    [Fact]
    public void EtaBinWithFewJets_TakesTheCorrectionOfAll()
    {
        (float[] pt, float[] truth, float[] eta) = Sample(seed: 1, power: 1);
        ClosureSpline spline = ClosureDerivation.Derive(pt, truth, eta, new() { EtaEdges = [0, 3, 4] });
        ClosureSpline all = ClosureDerivation.Derive(pt, truth, eta, new() { EtaEdges = [0, 4] });
        Assert.Equal(all.At(40, 0).Factor, spline.At(40, 3.5).Factor, 1e-3);
    }

    [Fact]
    public void TooFewJetsOrEdgesThatDoNotAscend_AreRefusedWithTheNumber()
    {
        float[] some = [.. Enumerable.Repeat(20f, 10)];
        Assert.Contains("10 objects", Assert.Throws<ArgumentException>(
            () => ClosureDerivation.Derive(some, some, some, new())).Message, StringComparison.Ordinal);
        Assert.Contains("[1, 1]", Assert.Throws<ArgumentException>(
            () => ClosureDerivation.Derive(some, some, some, new() { EtaEdges = [1, 1] })).Message);
    }

    [Fact]
    public void JetsWithoutAMomentum_AreLeftOut()
    {
        (float[] pt, float[] truth, float[] eta) = Sample(seed: 1, power: 1);
        double whole = ClosureDerivation.Derive(pt, truth, eta, new()).At(40, 1).Factor;
        (pt[3], pt[7], pt[9]) = (float.NaN, 0, float.PositiveInfinity);
        Assert.Equal(whole, ClosureDerivation.Derive(pt, truth, eta, new()).At(40, 1).Factor, 1e-3);
    }

    private static (float[] Pt, float[] Truth, float[] Eta) Sample(ulong seed, double power)
    {
        var rng = new Rng(seed, "closure-toy");
        float[] pt = new float[Count], truth = new float[Count], eta = new float[Count];
        for (int i = 0; i < Count; i++)
        {
            double u = rng.NextDouble(), s = 1 - power;
            truth[i] = (float)(s == 0 ? 8 * Math.Pow(100, u) : 8 * Math.Pow(1 - (u * (1 - Math.Pow(100, s))), 1 / s));
            double spread = 0.9 / Math.Sqrt(truth[i]);
            pt[i] = (float)(truth[i] * Mean(truth[i]) * Math.Max(0.05, 1 + (spread * rng.NextGaussian())));
            eta[i] = (float)Distributions.Uniform(-2.4, 2.4, ref rng);
        }

        return (pt, truth, eta);
    }
}
