// covers: BeamMuonSegments
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Detector.PunchThrough;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Tests.Simulation.Detector.PunchThrough;

public sealed class MuonSegmentTests
{
    [Fact]
    public void SegmentsThatAreFound_AreAsManyAsAreCounted()
    {
        var segments = new MuonSegments(0.4, seed: 2);
        var source = new CalorimeterEvent(new DetectorModel(DetectorDescription.Default).Geometry);
        Leak[] leaks = [new(0.1, 0.1, 40, false), new(0.05, 0.1, 20, true), new(3, 0, 100, false)];
        for (int i = 0; i < 50; i++)
        {
            source.Number = i;
            Assert.Equal(segments.Count(leaks, [(0, 0)], source, 1)[0], segments.Find(leaks, i, 1).Count);
        }
    }

    [Fact]
    public void Segments_LieBehindWhatLeftAndAreAsLate()
    {
        var rng = new Rng(1, "segments");
        var leak = new Leak(0.4, 3.1, 20, IsTrack: true, Delay: 5);
        MuonSegment[] found = [.. Enumerable.Range(0, 2000).Select(_ => MuonSegment.Behind(leak, ref rng))];
        Assert.Equal(5, found.Average(segment => segment.Time), 0.2);
        Assert.Equal(1, found.Average(segment => segment.ChiSquared), 0.1);
        Assert.Equal(0.4, found.Average(segment => segment.DirectionEta), 0.01);
        Assert.All(found, segment => Assert.InRange(EtaPhi.DeltaR(segment.Eta, segment.Phi, 0.4, 3.1), 0, 0.03));
        Assert.All(found, segment => Assert.InRange(segment.DirectionPhi, -Math.PI, Math.PI));
    }

    [Fact]
    public void BeamMuon_CrossesTheWheelsOfBothEndsAlongTheBeam()
    {
        var rng = new Rng(1, "wheels");
        var found = new List<MuonSegment>();
        for (int i = 0; i < 500; i++)
        {
            BeamMuonSegments.Add(new BeamMuon(-1, 3000, 3.1, 0, 0, 0), found, ref rng);
        }

        Assert.Equal(0.8 * 8, found.Count / 500.0, 0.25);
        Assert.InRange(found.Count(segment => segment.Eta > 0) / (double)found.Count, 0.45, 0.55);
        Assert.All(found, segment => Assert.InRange(Math.Abs(segment.Eta), 1.6, 2.8));
        Assert.All(found, segment => Assert.InRange(segment.DirectionEta, -20, -3));
        Assert.All(found, segment => Assert.InRange(Math.Abs(EtaPhi.DeltaPhi(segment.Phi, 3.1)), 0, 0.01));

        // With its bunch at its far end, twice the way early at the near one.
        Assert.InRange(found.Where(segment => segment.Eta < -2.6).Average(segment => segment.Time), -1.5, 0.5);
        Assert.InRange(found.Where(segment => segment.Eta is > 0 and < 1.8).Average(segment => segment.Time), -53, -49);
    }

    [Fact]
    public void Cavern_GivesSegmentsAnywhere()
    {
        var rng = new Rng(1, "cavern");
        var found = new List<MuonSegment>();
        for (int i = 0; i < 300; i++)
        {
            BeamMuonSegments.AddCavern(8, found, ref rng);
        }

        Assert.Equal(8, found.Count / 300.0, 0.5);
        Assert.Equal(0.5, found.Count(segment => Math.Abs(segment.Phi) < Math.PI / 2) / (double)found.Count, 0.04);
    }
}
