using Moliere.Numerics.Random;
using Moliere.Numerics.Statistics;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Tests.Simulation.Samples.Displaced;

public sealed class TimeKernelTests
{
    // Physics notes on tagging, section 9: 0.41 in 449 jets, 0.417 of the mixtures.
    [Fact]
    public void SimulationAndData_AreAsFarApartAsWasMeasured() => Assert.Equal(
        0.417, KolmogorovDistance.Of(Draws(TimeKernel.Simulation), [], Draws(TimeKernel.Data), []), 0.015);

    [Fact]
    public void Draws_HaveCoreAndTail()
    {
        float[] draws = [.. Draws(TimeKernel.Data).Order()];
        Assert.Equal(-0.29, draws[draws.Length / 2], 0.02);
        Assert.Equal(0.84, draws[3 * draws.Length / 4] - draws[draws.Length / 4], 0.06); // 0.83 in the notes
        Assert.Equal(0.04 * 0.62, draws.Count(time => Math.Abs(time) > 3) / (double)draws.Length, 0.006);
    }

    private static float[] Draws(TimeKernel kernel)
    {
        var rng = new Rng(9, "kernel");
        return [.. Enumerable.Range(0, 30_000).Select(_ => (float)kernel.Draw(ref rng))];
    }
}
