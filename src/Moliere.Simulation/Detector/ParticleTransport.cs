using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector.PunchThrough;

namespace Moliere.Simulation.Detector;

/// <summary>Sends the particles of a collision through the detector. Belongs to one worker.</summary>
internal sealed class ParticleTransport
{
    private const double LowestEnergy = 0.01; // below any cell's noise [GeV]
    private const double ShowerOnset = 1; // kinetic energy where hadrons stop to range out [GeV], physics notes 5.2

    private readonly PathTable _paths;
    private readonly ParticleArrival _arrival;
    private readonly CellDeposits _cells;
    private readonly IonisingTrack _track;
    private readonly ElectromagneticShower _electromagnetic;
    private readonly HadronicShower _hadronic;
    private readonly CalorimeterLeaks _leaks = new();

    /// <summary>Prepares the worker.</summary>
    /// <param name="detector">Shared and immutable.</param>
    /// <param name="cells">Receives the deposits.</param>
    public ParticleTransport(DetectorModel detector, CellDeposits cells)
    {
        var scatter = new SpotScatter(detector.Geometry, cells);
        (_paths, _arrival, _cells) = (detector.Paths, new ParticleArrival(detector), cells);
        _track = new IonisingTrack(scatter);
        _electromagnetic = new ElectromagneticShower(scatter);
        _hadronic = new HadronicShower(scatter, _electromagnetic, _leaks);
    }

    /// <summary>What the collision sent last left behind the calorimeter.</summary>
    public IReadOnlyList<Leak> Leaks => _leaks.All;

    /// <summary>Adds the deposits of a collision; hadrons that would decay inside the calorimeter shower.</summary>
    /// <param name="generated">The collision.</param>
    /// <param name="rotation">Added to every azimuth [rad].</param>
    /// <param name="rng">Stream of the collision; not advanced.</param>
    public void Send(GeneratedEvent generated, double rotation, in Rng rng) =>
        Send(EnteringHadrons.Of(generated, _arrival), rotation, rng);

    /// <summary>Adds the deposits of all particles, each with its own stream split off the collision's.</summary>
    /// <param name="particles">Stable particles; a neutral pion is decayed here.</param>
    /// <param name="rotation">Added to every azimuth [rad].</param>
    /// <param name="rng">Stream of the collision; not advanced.</param>
    public void Send(IReadOnlyList<Particle> particles, double rotation, in Rng rng)
    {
        _leaks.Clear();
        for (int i = 0; i < particles.Count; i++)
        {
            Rng own = rng.Split((ulong)i);
            Particle particle = particles[i];
            if (Math.Abs(particle.PdgId) == PdgId.Pi0)
            {
                DecayPion(particle, rotation, ref own);
            }
            else
            {
                Send(particle, rotation, ref own);
            }
        }
    }

    private void Send(in Particle particle, double rotation, ref Rng rng)
    {
        ParticleKind kind = PdgId.KindOf(particle.PdgId);
        if (kind == ParticleKind.Invisible || !(particle.Momentum.E >= LowestEnergy)
            || !_arrival.TryArrive(
                particle.Momentum, PdgId.Charge(particle.PdgId), particle.Production, out Arrival arrival)
            || _paths.At(arrival.Axis.Eta) is not { } path
            || !path.TryDepthAt(arrival.Radius, out double depthX0, out double depthLambda))
        {
            return;
        }

        _cells.Delay = (float)arrival.Delay;
        _leaks.Delay = arrival.Delay;
        ShowerAxis axis = arrival.Axis with
        {
            Phi = EtaPhi.WrapPhi(arrival.Axis.Phi + rotation),
            ScaleShift = rng.NextGaussian(),
        };
        switch (kind)
        {
            case ParticleKind.Photon or ParticleKind.Electron:
                bool converts = kind == ParticleKind.Photon;
                _electromagnetic.Develop(path, axis, depthX0, particle.Momentum.E, converts, ref rng);
                break;
            case ParticleKind.Muon:
                SendMuon(particle, path, axis, depthLambda, ref rng);
                break;
            case ParticleKind.ChargedHadron or ParticleKind.NeutralHadron:
                SendHadron(particle, kind == ParticleKind.ChargedHadron, path, axis, depthLambda, ref rng);
                break;
        }
    }

    private void SendMuon(in Particle particle, CaloPath path, ShowerAxis axis, double start, ref Rng rng)
    {
        double kinetic = Kinetic(particle);
        _ = _track.Follow(path, axis, start, ref kinetic, Mass(particle), double.MaxValue, ref rng);
        if (kinetic > 0)
        {
            _leaks.AddTrack(axis, path.Slices[^1].RadiusEnd, kinetic);
        }
    }

    private void SendHadron(
        in Particle particle, bool ionises, CaloPath path, ShowerAxis axis, double start, ref Rng rng)
    {
        double depth = start + Distributions.Exponential(1, ref rng), kinetic = Kinetic(particle);
        if (ionises)
        {
            depth = _track.Follow(path, axis, start, ref kinetic, Mass(particle), depth, ref rng);
        }

        bool annihilates = IsBaryon(-particle.PdgId);
        int vertex = path.AtLambda(depth);
        if (vertex == path.Slices.Length || (kinetic <= 0 && !annihilates))
        {
            if (ionises && kinetic > 0)
            {
                _leaks.AddTrack(axis, path.Slices[^1].RadiusEnd, kinetic);
            }

            return;
        }

        if (ionises && !annihilates && kinetic < ShowerOnset && rng.NextDouble() > kinetic / ShowerOnset)
        {
            _hadronic.Stop(path.Slices[vertex], axis, kinetic, ref rng);
            return;
        }

        bool isBaryon = annihilates || IsBaryon(particle.PdgId);
        _hadronic.Develop(path, axis, vertex, depth, kinetic + RestRelease(particle), isBaryon, ref rng);
    }

    private void DecayPion(in Particle particle, double rotation, ref Rng rng)
    {
        FourVector pion = particle.Momentum;
        double mass = PdgId.Mass(PdgId.Pi0), cos = Distributions.Uniform(-1, 1, ref rng);
        double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng), sin = Math.Sqrt(1 - (cos * cos));
        double x = mass / 2 * sin * Math.Cos(phi), y = mass / 2 * sin * Math.Sin(phi), z = mass / 2 * cos;

        // Boost of a photon at rest energy m/2 along the pion's momentum.
        double along = ((pion.Px * x) + (pion.Py * y) + (pion.Pz * z)) / mass;
        double energy = (pion.E / 2) + along;
        double factor = (along / (pion.E + mass)) + 0.5;
        var first = new FourVector(x + (factor * pion.Px), y + (factor * pion.Py), z + (factor * pion.Pz), energy);
        Send(new Particle(PdgId.Photon, first, particle.Production), rotation, ref rng);
        Send(new Particle(PdgId.Photon, pion + (-1 * first), particle.Production), rotation, ref rng);
    }

    private static bool IsBaryon(int pdgId) => pdgId > 1000 && pdgId / 1000 % 10 != 0;

    private static double Mass(in Particle particle)
    {
        double mass = PdgId.Mass(particle.PdgId);
        return mass > 0 ? mass : Math.Max(particle.Momentum.Mass, PdgId.Mass(PdgId.PiPlus));
    }

    private static double Kinetic(in Particle particle) => Math.Max(0, particle.Momentum.E - Mass(particle));

    // A baryon survives as a nucleon, an antibaryon annihilates with one, a meson is absorbed with its mass.
    private static double RestRelease(in Particle particle)
    {
        double mass = Mass(particle);
        return IsBaryon(particle.PdgId) ? 0 : IsBaryon(-particle.PdgId) ? 2 * mass : mass;
    }
}
