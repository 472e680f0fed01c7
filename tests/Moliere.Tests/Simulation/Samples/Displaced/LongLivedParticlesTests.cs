using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Tests.Simulation.Samples.Displaced;

public sealed class LongLivedParticlesTests
{
    private static readonly DisplacedGenerator s_events = new(new(), seed: 5);

    private static readonly DisplacedCrossing[] s_crossings =
    [
        .. DisplacedCrossing.Of(DisplacedSample.Signal, 60, 10),
        .. DisplacedCrossing.Of(DisplacedSample.Qcd, 20, 10),
    ];

    [Fact]
    public void Particles_AreThoseOfTheEventsThatDecayInTheCalorimeter()
    {
        Table particles = LongLivedParticles.Of(s_events, s_crossings, _ => true, 1, CancellationToken.None);
        (long Event, LongLivedDecay Decay)[] wanted =
        [
            .. Enumerable.Range(0, 60).Select(number => s_events.Generate(DisplacedSample.Signal, number))
                .SelectMany(one => LongLivedDecay.Of(one).Select(decay => (one.Number, decay)))
                .Where(pair => pair.decay.IsInCalorimeter),
        ];
        Assert.InRange(wanted.Length, 40, 119); // one of two is sought there, and some leave by the recoil
        Assert.Equal(wanted.Select(pair => pair.Event), particles.Longs(DisplacedJetColumns.Event));
        Assert.Equal(
            wanted.Select(pair => (float)pair.Decay.Scalar.Decay.Radius),
            particles.Floats(DisplacedJetColumns.DecayRadius));
        Assert.Equal(wanted.Select(pair => pair.Event / 10), particles.Longs(DisplacedJetColumns.Crossing));
        Assert.All(particles.Floats(DisplacedJetColumns.Weight), weight => Assert.True(weight > 0));
    }

    [Fact]
    public void Threads_DoNotChangeTheTable()
    {
        Table one = LongLivedParticles.Of(s_events, s_crossings, _ => true, 1, CancellationToken.None);
        Table three = LongLivedParticles.Of(s_events, s_crossings, _ => true, 3, CancellationToken.None);
        Assert.Equal(one.Columns.Select(column => column.Name), three.Columns.Select(column => column.Name));
        Assert.All(
            one.Columns.OfType<FloatColumn>(), column => Assert.Equal(column.Values, three.Floats(column.Name)));
        Assert.Equal(one.Longs(DisplacedJetColumns.Event), three.Longs(DisplacedJetColumns.Event));
    }

    [Fact]
    public void OtherSamples_HaveNone() => Assert.Equal(
        0, LongLivedParticles.Of(s_events, s_crossings[6..], _ => true, 2, CancellationToken.None).RowCount);

    [Fact]
    public void UnwantedCrossings_AreLeftOut()
    {
        Table all = LongLivedParticles.Of(s_events, s_crossings, _ => true, 1, CancellationToken.None);
        Table some = LongLivedParticles.Of(s_events, s_crossings, number => number == 4, 2, CancellationToken.None);
        Assert.Equal(
            all.Longs(DisplacedJetColumns.Event).Where(number => number / 10 == 4),
            some.Longs(DisplacedJetColumns.Event));
    }
}
