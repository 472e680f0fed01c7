using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Tracking;

/// <summary>
/// Parametrised tracker: charged particles become tracks with an efficiency and smeared parameters, collisions become
/// vertices, and tracks are assigned to the vertex they point to. Thread-safe; a crossing depends on the seed, the
/// number of its hard collision, its pass and the collisions given.
/// </summary>
/// <remarks>
/// Hits are not simulated: there are no fake tracks, no shared hits in dense jets, and a particle that decays in flight
/// is one track. The hard collision stays where its generator put it; the others are moved to points drawn from the
/// luminous region.
/// </remarks>
/// <source>
/// Physics notes 5.1 and 5.4; vertex resolutions: ATLAS, Eur. Phys. J. C 77 (2017) 332: about 30 micrometres along the
/// beam for many tracks.
/// </source>
/// <param name="options">Acceptance and quality.</param>
/// <param name="seed">Seed of the run.</param>
public sealed class TrackSimulator(TrackerOptions options, ulong seed)
{
    private const double HardSigmaZ = 0.03, PileupSigmaZ = 0.10; // mm; the paper for many tracks and for few

    /// <summary>The tracks of one crossing.</summary>
    /// <param name="hard">The hard collision, at any place.</param>
    /// <param name="pileup">
    /// The other collisions; empty for none. All give vertices with the chance of the options, and tracks.
    /// </param>
    /// <param name="pass">Number of the repetition of this event with other noise, from 0.</param>
    public TrackedEvent Simulate(GeneratedEvent hard, IReadOnlyList<GeneratedEvent> pileup, int pass = 0)
    {
        var tracks = new List<Track>(hard.Particles.Count / 2);
        var vertices = new List<Vertex> { AddHard(hard, pass, tracks) };
        AddPileup(hard.Number, pileup, pass, tracks, vertices);
        return new TrackedEvent
        {
            Number = hard.Number,
            Tracks = Assign(tracks, vertices),
            Vertices = vertices,
        };
    }

    /// <summary>Adds the tracks of the hard collision, without vertex; gives its measured place.</summary>
    internal Vertex AddHard(GeneratedEvent hard, int pass, List<Track> tracks)
    {
        Rng rng = StreamOf(hard.Number, pass), beam = rng.Split(0);
        Vertex first = PlaceOf(hard);
        Add(hard.Particles, default, isHard: true, rng.Split(1), tracks);
        return first with { Z = first.Z + (HardSigmaZ * beam.NextGaussian()) };
    }

    /// <summary>Adds the tracks of the other collisions, without vertex, and the vertices that are found.</summary>
    internal void AddPileup(
        long number, IReadOnlyList<GeneratedEvent> pileup, int pass, List<Track> tracks, List<Vertex> vertices)
    {
        Rng rng = StreamOf(number, pass), beam = rng.Split(0);
        beam.NextGaussian(); // that of the hard collision
        for (int i = 0; i < pileup.Count; i++)
        {
            double z = options.SigmaZ * beam.NextGaussian(), time = options.SigmaTime * beam.NextGaussian();
            var at = new Vertex(0, 0, z, time);
            double measured = at.Z + (PileupSigmaZ * beam.NextGaussian());
            if (beam.NextDouble() < options.VertexEfficiency)
            {
                vertices.Add(at with { Z = measured });
            }

            Vertex old = PlaceOf(pileup[i]);
            var shift = new Vertex(-old.X, -old.Y, at.Z - old.Z, at.Time - old.Time);
            Add(pileup[i].Particles, shift, isHard: false, rng.Split(2ul + (ulong)i), tracks);
        }
    }

    /// <summary>The tracks with the vertices they point to.</summary>
    internal Track[] Assign(IReadOnlyList<Track> tracks, IReadOnlyList<Vertex> vertices) =>
        TrackVertices.Assign(tracks, vertices, options.VertexWindow);

    private Rng StreamOf(long number, int pass) => new Rng(seed, "tracker", (ulong)number).Split((ulong)pass);

    /// <summary>Where a collision took place: whatever has no mother in the history was made there.</summary>
    internal static Vertex PlaceOf(GeneratedEvent collision)
    {
        foreach (TruthParticle entry in collision.History)
        {
            if (entry.Mother < 0)
            {
                return entry.Production;
            }
        }

        return collision.Particles.Count > 0 ? collision.Particles[0].Production : default;
    }

    private void Add(IReadOnlyList<Particle> particles, in Vertex shift, bool isHard, in Rng stream, List<Track> tracks)
    {
        for (int i = 0; i < particles.Count; i++)
        {
            Particle particle = particles[i];
            Vertex made = particle.Production;
            var place = new Vertex(made.X + shift.X, made.Y + shift.Y, made.Z + shift.Z, made.Time + shift.Time);
            if (PdgId.Charge(particle.PdgId) != 0
                && TryMeasure(particle, place, stream.Split((ulong)i), out Track track))
            {
                tracks.Add(track with { Particle = isHard ? i : -1 });
            }
        }
    }

    private bool TryMeasure(in Particle particle, in Vertex place, Rng rng, out Track track)
    {
        track = default;
        double chance = TrackEfficiency.Of(particle.PdgId, particle.Momentum, place, options);
        if (chance == 0 || rng.NextDouble() >= chance)
        {
            return false;
        }

        track = Smear(particle, Perigee.Of(place, particle.Momentum, PdgId.Charge(particle.PdgId), options.Field), rng);
        return track.Pt > options.PtMin && Math.Abs(track.Eta) < options.EtaMax && Math.Abs(track.D0) < options.MaxD0;
    }

    private Track Smear(in Particle particle, in Perigee truth, Rng rng)
    {
        double pt = particle.Momentum.Pt, eta = particle.Momentum.Eta, scale = options.ResolutionScale;
        double sigma = TrackResolution.InversePt(pt, eta, options.MomentumResolution);
        double inverse = 1 + (scale * sigma * rng.NextGaussian());
        double phi = truth.Phi + (scale * TrackResolution.Phi(pt) * rng.NextGaussian());
        double slope = Math.Sinh(eta) + (scale * TrackResolution.Cotangent(pt) * rng.NextGaussian());
        double tail = scale * Tail(rng.NextDouble()), sigmaD0 = TrackResolution.D0(pt, eta);
        double sigmaZ0 = TrackResolution.Z0(pt, eta);
        int charge = PdgId.Charge(particle.PdgId) * Math.Sign(inverse);
        return new Track(
            pt / Math.Abs(inverse), Math.Asinh(slope), EtaPhi.WrapPhi(phi), charge,
            truth.D0 + (tail * sigmaD0 * rng.NextGaussian()), truth.Z0 + (tail * sigmaZ0 * rng.NextGaussian()),
            sigmaD0, sigmaZ0, -1, -1);
    }

    private double Tail(double u) => u < options.FarFraction ? options.FarFactor
        : u < options.FarFraction + options.WideFraction ? options.WideFactor
        : 1;
}
