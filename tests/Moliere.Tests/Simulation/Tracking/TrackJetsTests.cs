// covers: TrackJets, TrackVertices
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Tracking;

namespace Moliere.Tests.Simulation.Tracking;

public sealed class TrackJetsTests
{
    private static Track At(double eta, double phi, double z0 = 0) => new(5, eta, phi, 1, 0, z0, 0.02, 0.06, -1, -1);

    private static Jet JetAt(double eta, double phi) => new(FourVector.FromPtEtaPhiMass(50, eta, phi, 5), []);

    [Fact]
    public void Tracks_GoToTheNearestJetWithinTheRadius() => Assert.Equal(
        [0, 1, 1, -1, 0],
        TrackJets.Associate(
            [At(0.1, 3.1), At(0.6, -3.1), At(0.35, 3.0), At(1.5, 3.1), At(-0.3, -3.1)],
            [JetAt(0, 3.1), JetAt(0.6, 3.1)]));

    [Fact]
    public void NoJets_TakeNoTracks() => Assert.Equal([-1], TrackJets.Associate([At(0, 0)], []));

    [Fact]
    public void Vertex_IsTheNearestWithinTheProjectedWindow()
    {
        Vertex[] vertices = [new(0, 0, 0, 0), new(0, 0, 0.8, 0), new(0, 0, -40, 0)];
        Track[] tracks = [At(0, 0, 0.3), At(0, 0, 0.5), At(0, 0, 1.4), At(2, 0, 2.5), At(1, 0, -40.5)];
        Assert.Equal([0, 1, -1, 1, 2], TrackVertices.Assign(tracks, vertices, 0.5).Select(t => t.Vertex));
    }

    [Fact]
    public void TracksOfBottomHadrons_CrossTheJetInFrontOfTheVertex()
    {
        // With the direction of the hadron as that of the jet and no resolution, every product of the first vertex has
        // the sign of the lifetime, but for bending over a few millimetres.
        var rng = new Rng(1, "test");
        int inFront = 0, all = 0;
        for (int n = 0; n < 300; n++)
        {
            var record = new EventRecord();
            FourVector momentum = FourVector.FromPtEtaPhiMass(60, 0.4, 1, HadronData.Mass(511));
            HadronDecays.Add(511, momentum, default, -1, record, ref rng);
            var generated = new GeneratedEvent { Number = n, Particles = record.Particles };
            TrackerOptions perfect = new() { ResolutionScale = 0, EfficiencyScale = 1.5 };
            TrackedEvent seen = new TrackSimulator(perfect, 1).Simulate(generated, []);
            Track[] direct = [.. seen.Tracks.Where(t => record.Particles[t.Particle].Mother == 0)];
            all += direct.Length;
            inFront += direct.Count(t => TrackJets.SignedD0(t, new Jet(momentum, [])) > 0);
        }

        Assert.InRange(all, 400, 2000);
        Assert.InRange(inFront / (double)all, 0.97, 1);
    }
}
