using Moliere.Data.Objects;
using Moliere.Simulation.Samples;
using Moliere.Tests.Simulation.Samples.Taus;

namespace Moliere.Tests.Simulation.Samples;

public sealed class PremixedCrossingTests
{
    [Fact]
    public void HardCollision_LeavesNoTraceBehind()
    {
        var cells = new CalorimeterEvent(ToyCrossings.Geometry);
        var crossing = new PremixedCrossing(ToyCrossings.Simulator(), cells);
        crossing.Begin(3);
        float[] before = [.. cells.Energy];
        for (int number = 0; number < 5; number++)
        {
            crossing.Add(ToyCrossings.Taus(number), 0);
            Assert.False(before.AsSpan().SequenceEqual(cells.Energy));
            Assert.True(cells.Deposit.Sum() > 20);
            crossing.Remove();
            Assert.True(before.AsSpan().SequenceEqual(cells.Energy));
            Assert.All(cells.Deposit, deposit => Assert.Equal(0, deposit));
        }

        crossing.Remove();
        Assert.True(before.AsSpan().SequenceEqual(cells.Energy));
    }

    [Fact]
    public void EventOnItsOwnCrossing_IsTheWholeSimulation()
    {
        CalorimeterEvent whole = new(ToyCrossings.Geometry), premixed = new(ToyCrossings.Geometry);
        GeneratedEvent taus = ToyCrossings.Taus(7);
        ToyCrossings.Simulator().Simulate(taus, whole);
        var crossing = new PremixedCrossing(ToyCrossings.Simulator(), premixed);
        crossing.Begin(7);
        crossing.Add(taus, 0);
        Assert.Equal((whole.Number, whole.Mu, whole.Overlaid), (premixed.Number, premixed.Mu, premixed.Overlaid));
        Assert.Equal(whole.Deposit, premixed.Deposit);
        for (int cell = 0; cell < whole.Energy.Length; cell++)
        {
            // Single precision, summed in another order.
            float most = Math.Max(Math.Abs(whole.Energy[cell]), whole.Deposit[cell]) + 1;
            Assert.InRange(premixed.Energy[cell] - whole.Energy[cell], -1e-6f * most, 1e-6f * most);
        }
    }

    [Fact]
    public void SecondHardCollision_IsRefused()
    {
        var crossing = new PremixedCrossing(ToyCrossings.Simulator(), new CalorimeterEvent(ToyCrossings.Geometry));
        crossing.Begin(0);
        crossing.Add(ToyCrossings.Taus(0), 0);
        Assert.Throws<InvalidOperationException>(() => crossing.Add(ToyCrossings.Taus(1), 0));
    }
}
