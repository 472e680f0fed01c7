using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Hadrons from the annihilation of an electron and a positron through a photon or Z: a quark pair, its shower, strings
/// and decays. Thread-safe; an event depends on the seed and its number only.
/// </summary>
/// <remarks>The beams do not radiate and are along z; the electron moves towards positive z.</remarks>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), section 8.1, for flavours and angles; masses of quarks
/// enter by the threshold factor of the vector current.
/// </source>
public sealed class ElectronPositronGenerator
{
    private const double ZMass = 91.1876, ZWidth = 2.4955; // [GeV] PDG
    private const double Sine2 = 0.23153; // effective weak mixing angle of leptons, PDG
    private const double Strength = 1 / (4 * Sine2 * (1 - Sine2)); // of the Z relative to the photon
    private const double MinEnergy = 5, MaxEnergy = 100_000; // [GeV]; below, the string model has no room
    private const int Flavours = 5;

    private readonly double _energy;
    private readonly ulong _seed;
    private readonly double[] _even = new double[Flavours + 1], _odd = new double[Flavours + 1];

    /// <summary>Prepares a sample.</summary>
    /// <param name="energy">Energy of both beams together [GeV], from 5 to 100000.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside its range.</exception>
    public ElectronPositronGenerator(double energy, ulong seed)
    {
        if (!(energy >= MinEnergy && energy <= MaxEnergy))
        {
            throw new ArgumentOutOfRangeException(
                nameof(energy), $"Energy of e+ e- is {energy} GeV; expected {MinEnergy} to {MaxEnergy} GeV.");
        }

        (_energy, _seed) = (energy, seed);
        for (int flavour = 1; flavour <= Flavours; flavour++)
        {
            (_even[flavour], _odd[flavour]) = Couplings(flavour, energy);
        }
    }

    /// <summary>One event; the same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var rng = new Rng(_seed, "e+e-", (ulong)number);
        var record = new EventRecord(new List<Particle>(128));
        PartonSystem system = DrawPair(record, ref rng);
        Particle[] hard =
        [
            new(system.Partons[0].PdgId, system.Partons[0].Momentum),
            new(system.Partons[1].PdgId, system.Partons[1].Momentum),
        ];
        FinalStateShower.Evolve(system, ref rng);
        Hadronisation.Add(system, record, ref rng);
        return new GeneratedEvent
        {
            Number = number,
            Particles = record.Particles,
            HardPartons = hard,
            History = record.History,
        };
    }

    private PartonSystem DrawPair(EventRecord record, ref Rng rng)
    {
        int flavour = DrawFlavour(ref rng);
        double mass = QuarkMasses.OnShell(flavour), half = 0.5 * _energy;
        double p = Math.Sqrt((half * half) - (mass * mass)), cos = DrawCosine(flavour, ref rng);
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        double across = p * Math.Sqrt(1 - (cos * cos));
        var quark = new FourVector(across * cosPhi, across * sinPhi, p * cos, half);
        var anti = new FourVector(-quark.Px, -quark.Py, -quark.Pz, half);
        var system = new PartonSystem();
        int tag = system.NewTag();
        int first = record.AddHistory(new TruthParticle(flavour, quark));
        int second = record.AddHistory(new TruthParticle(-flavour, anti));
        system.Partons.Add(new Parton(flavour, quark, mass, tag, 0, half, first));
        system.Partons.Add(new Parton(-flavour, anti, mass, 0, tag, half, second));
        return system;
    }

    private int DrawFlavour(ref Rng rng)
    {
        double u = rng.NextDouble() * _even.Sum();
        int flavour = 1;
        while (flavour < Flavours && u > _even[flavour])
        {
            u -= _even[flavour++];
        }

        return flavour;
    }

    // Density even (1 + cos²) + 2 odd cos.
    private double DrawCosine(int flavour, ref Rng rng)
    {
        double even = _even[flavour], odd = _odd[flavour], cos;
        do
        {
            cos = (2 * rng.NextDouble()) - 1;
        }
        while ((even * (1 + (cos * cos))) + (2 * odd * cos) < 2 * (even + Math.Abs(odd)) * rng.NextDouble());
        return cos;
    }

    // Photon, interference and Z; charges and isospins of electron and quark.
    private static (double Even, double Odd) Couplings(int flavour, double energy)
    {
        double mass = QuarkMasses.OnShell(flavour), ratio = 4 * mass * mass / (energy * energy);
        if (ratio >= 1)
        {
            return (0, 0);
        }

        double velocity = Math.Sqrt(1 - ratio), threshold = 0.5 * velocity * (3 - (velocity * velocity));
        bool isUp = flavour % 2 == 0;
        double charge = isUp ? 2.0 / 3 : -1.0 / 3, axial = isUp ? 0.5 : -0.5;
        double vector = axial - (2 * charge * Sine2), axialE = -0.5, vectorE = -0.5 + (2 * Sine2);
        double s = energy * energy, offset = s - (ZMass * ZMass), damping = ZMass * ZWidth;
        double norm = s / ((offset * offset) + (damping * damping)), mixed = Strength * offset * norm;
        double square = Strength * Strength * s * norm;
        double even = (charge * charge) - (2 * charge * vectorE * vector * mixed)
            + (((vectorE * vectorE) + (axialE * axialE)) * ((vector * vector) + (axial * axial)) * square);
        double odd = (-2 * charge * axialE * axial * mixed) + (4 * vectorE * axialE * vector * axial * square);
        return (threshold * even, threshold * odd);
    }
}
