// covers: DisplacedGeneratorOptions, SignalPoint, DisplacedSample, LongLivedDecay
using Moliere.Data.Objects;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Tests.Simulation.Samples.Displaced;

public sealed class DisplacedGeneratorTests
{
    private static readonly DisplacedGenerator s_events = new(new(), seed: 5);

    [Fact]
    public void Signals_TakeTurns()
    {
        IReadOnlyList<SignalPoint> points = new DisplacedGeneratorOptions().Points;
        for (int i = 0; i < 2 * points.Count; i++)
        {
            SignalPoint point = points[i % points.Count];
            IReadOnlyList<LongLivedDecay> decays = LongLivedDecay.Of(s_events.Generate(DisplacedSample.Signal, i));
            Assert.Equal(2, decays.Count);
            foreach (LongLivedDecay decay in decays)
            {
                Assert.Equal(point.ScalarMass, decay.Scalar.Momentum.Mass, 0.01);
                Assert.Equal(point.ResonanceMass, decay.ResonanceMass, 0.1);
                Assert.Contains(decay.Product, new[] { 4, 5, 15 });
            }

            Assert.Contains(decays, decay => decay.Scalar.Decay.Distance is > 500 and < 20_000);
        }
    }

    [Fact]
    public void NoTwoSamples_ShareAnEvent()
    {
        long[] numbers =
            [.. Enum.GetValues<DisplacedSample>().Select(sample => s_events.Generate(sample, 3).Number)];
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.NotEqual(
            s_events.Generate(DisplacedSample.ControlData, 3).HardPartons[0].Momentum,
            s_events.Generate(DisplacedSample.ControlSimulation, 3).HardPartons[0].Momentum);
    }

    [Fact]
    public void BeamMuons_MeetADijetInMostEvents()
    {
        GeneratedEvent[] events =
            [.. Enumerable.Range(0, 60).Select(n => s_events.Generate(DisplacedSample.BeamInduced, n))];
        Assert.InRange(events.Count(one => one.Particles.Count > 0), 42, 59);
        Assert.Equal(s_events.MuonOf(events[3]), s_events.MuonOf(events[3]));
        Assert.NotEqual(s_events.MuonOf(events[3]), s_events.MuonOf(events[4]));
    }

    // Of the muons as they come an eighth is late; of the others all are.
    [Fact]
    public void MostBeamMuons_AreLateAndHard()
    {
        GeneratedEvent[] events =
            [.. Enumerable.Range(0, 400).Select(n => new GeneratedEvent { Number = n, Particles = [] })];
        int late = events.Select(s_events.MuonOf).Count(muon => muon.DelayAt(muon.LossZ) >= -3.5
            && muon.LossPt >= 35);
        Assert.InRange(late, 270, 345);
    }

    [Fact]
    public void NoSignal_IsRefused() => Assert.Contains(
        "at least one point",
        Assert.Throws<ArgumentException>(() => new DisplacedGenerator(new() { Points = [] }, 1)).Message);
}
