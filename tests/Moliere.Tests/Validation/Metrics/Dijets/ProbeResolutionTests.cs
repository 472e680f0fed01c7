using Moliere.Numerics.Random;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class ProbeResolutionTests
{
    [Fact]
    public void Central_IsTheAsymmetryOverRootTwo()
    {
        WidthEstimate central = ProbeResolution.Central(new(0.1, 0.002));

        Assert.Equal(0.1 / Math.Sqrt(2), central.Value, 1e-12);
        Assert.Equal(0.002 / Math.Sqrt(2), central.Error, 1e-12);
    }

    [Fact]
    public void Forward_TakesTheReferenceOut()
    {
        WidthEstimate probe = ProbeResolution.Forward(new(0.13, 0.003), new(0.05, 0.002));

        Assert.Equal(0.12, probe.Value, 1e-12);
        Assert.Equal(Math.Sqrt(Math.Pow(0.13 * 0.003, 2) + Math.Pow(0.05 * 0.002, 2)) / 0.12, probe.Error, 1e-12);
    }

    [Fact]
    public void WiderReference_GivesNoNumber() =>
        Assert.True(double.IsNaN(ProbeResolution.Forward(new(0.05, 0.01), new(0.06, 0.01)).Value));

    [Fact]
    public void ForwardProbe_IsMeasuredWithinItsError()
    {
        double[] found = new double[30];
        double stated = 0;
        for (int i = 0; i < found.Length; i++)
        {
            WidthEstimate central = ProbeResolution.Central(Width(0.05, 0.05, 2 * i));
            WidthEstimate probe = ProbeResolution.Forward(Width(0.05, 0.11, (2 * i) + 1), central);
            found[i] = probe.Value;
            stated += probe.Error / found.Length;
        }

        double mean = found.Average(), spread = Math.Sqrt(found.Sum(f => (f - mean) * (f - mean)) / (found.Length - 1));
        Assert.Equal(0.11, mean, 0.002);
        Assert.InRange(spread / stated, 0.6, 1.5);
    }

    private static WidthEstimate Width(double reference, double probe, int experiment)
    {
        var rng = new Rng(2, "forward probe", (ulong)experiment);
        var values = new float[2000];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((reference * rng.NextGaussian()) - (probe * rng.NextGaussian()));
        }

        return AsymmetryFit.Gaussian(values);
    }
}
