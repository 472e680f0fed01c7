// covers: TrackSimulator, TrackerOptions, MomentumResolution
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Tracking;

namespace Moliere.Tests.Simulation.Tracking;

public sealed class TrackSimulatorTests
{
    private static readonly TrackerOptions Core = new() { WideFraction = 0, FarFraction = 0 };

    [Theory]
    [InlineData(1.0, 0.0, 0.85)]
    [InlineData(20.0, 1.0, 0.90)]
    [InlineData(2.0, 2.0, 0.75)]
    [InlineData(20.0, -2.0, 0.80)]
    [InlineData(0.4, 0.0, 0.0)]
    [InlineData(20.0, 2.6, 0.0)]
    public void Efficiency_IsThatOfTheNotes(double pt, double eta, double expected)
    {
        const int Count = 4000;
        double found = Run(Core, Beam(Count, 211, pt, eta, default)).Length / (double)Count;
        Assert.InRange(found - expected, -5 * 0.5 / Math.Sqrt(Count), 5 * 0.5 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(5.0)]
    [InlineData(50.0)]
    public void Pulls_AreStandardNormalWithoutTails(double pt)
    {
        Track[] tracks = Run(Core, Beam(8000, -211, pt, 0.3, new Vertex(0.4, -0.3, 12, 0)));
        var truth = Perigee.Of(new Vertex(0.4, -0.3, 12, 0), FourVector.FromPtEtaPhiMass(pt, 0.3, 0.5, 0.14), -1, 2);
        AssertWidth([.. tracks.Select(t => (t.D0 - truth.D0) / t.SigmaD0)], 1);
        AssertWidth([.. tracks.Select(t => (t.Z0 - truth.Z0) / t.SigmaZ0)], 1);
        AssertWidth([.. tracks.Select(t => EtaPhi.DeltaPhi(t.Phi, truth.Phi) / TrackResolution.Phi(pt))], 1);
        double sigma = TrackResolution.InversePt(pt, 0.3, MomentumResolution.DelphesCard);
        AssertWidth([.. tracks.Select(t => ((pt / t.Pt * -t.Charge) - 1) / sigma)], 1);
    }

    [Fact]
    public void Tails_WidenTheImpactParameterAsTheyShould()
    {
        // Variance of the mixture: 0.89 + 0.10 * 2.5² + 0.01 * 8².
        Track[] tracks = Run(new TrackerOptions(), Beam(20_000, 211, 10, 0, default));
        AssertWidth([.. tracks.Select(t => t.D0 / t.SigmaD0)], Math.Sqrt(0.89 + 0.625 + 0.64), tolerance: 0.08);
        Assert.InRange(tracks.Count(t => Math.Abs(t.D0) > 6 * t.SigmaD0) / (double)tracks.Length, 0.004, 0.012);
    }

    [Fact]
    public void Resolutions_AreThePublished()
    {
        Assert.Equal(0.014, TrackResolution.D0(17.32, 1), 6); // arXiv:1405.6569, figure 15: 14 micrometres
        Assert.Equal(0.080, TrackResolution.D0(0.707, 1), 6);
        Assert.Equal(0.047, TrackResolution.Z0(500, 0), 6);
        Assert.Equal(
            Math.Sqrt((0.06 * 0.06) + (0.13 * 0.13)),
            TrackResolution.InversePt(100, 0, MomentumResolution.DelphesCard), 9);
        Assert.True(TrackResolution.Z0(1, 2.4) > 2 * TrackResolution.Z0(1, 0));
        for (double pt = 0.5; pt < 200; pt *= 1.1)
        {
            Assert.True(TrackResolution.D0(pt * 1.1, 0.7) <= TrackResolution.D0(pt, 0.7));
        }
    }

    [Theory]
    [InlineData(0.0, 0.34e-3, 44)]
    [InlineData(-0.375, 0.34e-3, 44)]
    [InlineData(1.0, 0.375e-3, 62)]
    [InlineData(1.625, 0.41e-3, 80)]
    [InlineData(-2.4, 0.41e-3, 80)]
    public void ExpectedMomentumResolution_IsTheIntrinsicOneAndScattering(double eta, double inverse, double equal)
    {
        foreach (double pt in new[] { 1.0, 20, 200 })
        {
            double sigma = inverse * Math.Sqrt((pt * pt) + (equal * equal)); // arXiv:0901.0512
            Assert.Equal(sigma, TrackResolution.InversePt(pt, eta, MomentumResolution.Expected), 12);
            Track[] tracks = Run(
                Core with { MomentumResolution = MomentumResolution.Expected }, Beam(8000, -211, pt, eta, default));
            AssertWidth([.. tracks.Select(t => ((pt / t.Pt * -t.Charge) - 1) / sigma)], 1);
        }
    }

    [Fact]
    public void DisplacedParticles_AreFoundLessOften()
    {
        double[] found = [.. new[] { 0.0, 100, 200, 310 }.Select(radius => Run(
            Core with { MaxD0 = 300 }, Beam(4000, 211, 10, 0, new Vertex(radius * 0.878, radius * 0.479, 0, 0))).Length
            / 4000.0)];
        Assert.InRange(found[1] / found[0], 0.62, 0.71);
        Assert.InRange(found[2] / found[0], 0.29, 0.38);
        Assert.Equal(0, found[3]);
        Assert.Empty(Run(Core, Beam(100, 211, 10, 0, new Vertex(-50, 50, 0, 0)))); // 67 mm beside the beam
    }

    [Fact]
    public void NeutralParticles_LeaveNoTrack() =>
        Assert.Empty(Run(Core, [.. Beam(50, 22, 10, 0, default), .. Beam(50, 130, 10, 0, default)]));

    [Fact]
    public void Tracks_KnowTheirParticle()
    {
        Particle[] particles = [.. Beam(20, 22, 5, 0, default), .. Beam(20, 321, 5, 1, default)];
        Assert.All(Run(Core, particles), t => Assert.InRange(t.Particle, 20, 39));
    }

    [Fact]
    public void PileupCollisions_GiveVerticesAndTracksElsewhere()
    {
        GeneratedEvent[] others =
            [.. Enumerable.Range(0, 2000).Select(i => Event(i, Beam(2, 211, 2, 0.2, new(0, 0, 1e4, 0))))];
        GeneratedEvent hardCollision = Event(7, Beam(40, 211, 5, 0.1, new(0, 0, 30, 0)));
        TrackedEvent one = new TrackSimulator(Core, 3).Simulate(hardCollision, others);
        double share = (one.Vertices.Count - 1) / 2000.0;
        Assert.InRange(share, 0.59 - (5 * 0.011), 0.59 + (5 * 0.011));
        Assert.InRange(one.Vertices[0].Z, 29.8, 30.2);
        AssertWidth([.. one.Vertices.Skip(1).Select(v => v.Z - one.Vertices.Skip(1).Average(w => w.Z))], 53, 4);
        Track[] hard = [.. one.Tracks.Where(t => t.Particle >= 0)];
        Assert.InRange(one.Tracks.Count - hard.Length, 3200, 3600);
    }

    [Fact]
    public void HardTracks_BelongToTheHardVertex()
    {
        TrackedEvent one = new TrackSimulator(new(), 3).Simulate(Event(7, Beam(400, 211, 5, 0.1, default)), []);
        Assert.InRange(one.Tracks.Count(t => t.Vertex == 0) / (double)one.Tracks.Count, 0.97, 1);
    }

    [Fact]
    public void SameSeedNumberAndPass_GiveTheSameTracks()
    {
        GeneratedEvent hard = Event(5, Beam(50, 211, 5, 0.5, default));
        GeneratedEvent[] others = [Event(9, Beam(20, -211, 1, 0, default))];
        TrackedEvent first = new TrackSimulator(new(), 1).Simulate(hard, others);
        Parallel.For(0, 8, _ => Assert.Equal(first.Tracks, new TrackSimulator(new(), 1).Simulate(hard, others).Tracks));
        Assert.NotEqual(first.Tracks, new TrackSimulator(new(), 1).Simulate(hard, others, pass: 1).Tracks);
        Assert.NotEqual(first.Tracks, new TrackSimulator(new(), 2).Simulate(hard, others).Tracks);

        // The hard tracks do not depend on how much pile-up there is.
        Track[] alone = [.. new TrackSimulator(new(), 1).Simulate(hard, []).Tracks];
        Assert.Equal(alone.Select(t => t.D0), first.Tracks.Take(alone.Length).Select(t => t.D0));
    }

    private static Particle[] Beam(int count, int pdgId, double pt, double eta, in Vertex at)
    {
        var one = new Particle(pdgId, FourVector.FromPtEtaPhiMass(pt, eta, 0.5, 0.14), at);
        return [.. Enumerable.Repeat(one, count)];
    }

    private static GeneratedEvent Event(long number, Particle[] particles) =>
        new() { Number = number, Particles = particles };

    private static Track[] Run(TrackerOptions options, Particle[] particles) =>
        [.. new TrackSimulator(options, 11).Simulate(Event(1, particles), []).Tracks];

    private static void AssertWidth(double[] values, double expected, double tolerance = 0.04)
    {
        double mean = values.Average(), rms = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.InRange(mean, -5 * expected / Math.Sqrt(values.Length), 5 * expected / Math.Sqrt(values.Length));
        Assert.InRange(rms, expected - tolerance, expected + tolerance);
    }
}
