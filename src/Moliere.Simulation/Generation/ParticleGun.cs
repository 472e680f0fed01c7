using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Events of a few well-separated single particles, for deriving response tables. The shot particles are listed as hard
/// partons, what reaches the detector (the photons of a neutral pion) as particles. Thread-safe; an event depends on
/// the seed and its number only.
/// </summary>
/// <source>Physics notes section 1.6: look-up tables are derived from single neutral and charged pions.</source>
public sealed class ParticleGun
{
    private const int AttemptsPerLayout = 2000;

    private readonly GunOptions _options;
    private readonly ulong _seed;
    private readonly bool _hasAntiparticle;

    /// <summary>Prepares a gun.</summary>
    /// <param name="options">Species, energies and directions.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">
    /// The energy range is empty, the particle is unknown, or the acceptance cannot hold so many particles at that
    /// distance.
    /// </exception>
    public ParticleGun(GunOptions options, ulong seed)
    {
        if (!(options.EnergyMin > 0 && options.EnergyMax > options.EnergyMin))
        {
            throw new ArgumentException(
                $"Gun energies from {options.EnergyMin} to {options.EnergyMax} GeV;"
                + " expected 0 < EnergyMin < EnergyMax.",
                nameof(options));
        }

        if (!HadronData.IsKnown(options.PdgId))
        {
            throw new ArgumentException(
                $"Gun particle {options.PdgId} is not in the table of particles; expected a number of the Monte Carlo"
                + " numbering scheme such as 211, 22 or 13.", nameof(options));
        }

        // Randomly parked discs stop at about half of the area; a margin keeps the search short.
        double area = 4 * Math.PI * options.EtaMax;
        double taken = options.Count * Math.PI * 0.25 * options.MinDistance * options.MinDistance;
        if (taken > 0.4 * area)
        {
            throw new ArgumentException(
                $"{options.Count} particles at least {options.MinDistance} apart do not fit into"
                + $" |eta| < {options.EtaMax}; lower Count or MinDistance.", nameof(options));
        }

        _options = options;
        _seed = seed;
        _hasAntiparticle = HadronData.Conjugate(options.PdgId) != options.PdgId;
    }

    /// <summary>One event; the same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var rng = new Rng(_seed, "gun", (ulong)number);
        (double Eta, double Phi)[] directions = Directions(ref rng);
        var shot = new Particle[directions.Length];
        var record = new EventRecord(new List<Particle>(2 * directions.Length));
        for (int i = 0; i < shot.Length; i++)
        {
            shot[i] = Shoot(directions[i].Eta, directions[i].Phi, ref rng);
            HadronDecays.Add(shot[i].PdgId, shot[i].Momentum, default, -1, record, ref rng);
        }

        return new GeneratedEvent
        {
            Number = number,
            Particles = record.Particles,
            HardPartons = shot,
            History = record.History,
        };
    }

    private Particle Shoot(double eta, double phi, ref Rng rng)
    {
        int id = _hasAntiparticle && rng.NextDouble() < 0.5 ? -_options.PdgId : _options.PdgId;
        double mass = HadronData.Mass(id), low = Math.Max(_options.EnergyMin, 1.001 * mass);
        double energy = low * Math.Pow(Math.Max(_options.EnergyMax, 1.01 * low) / low, rng.NextDouble());
        double pt = Math.Sqrt((energy * energy) - (mass * mass)) / Math.Cosh(eta);
        return new Particle(id, FourVector.FromPtEtaPhiMass(pt, eta, phi, mass));
    }

    private (double Eta, double Phi)[] Directions(ref Rng rng)
    {
        var directions = new (double Eta, double Phi)[_options.Count];
        int placed = 0;
        for (int attempt = 0; placed < directions.Length; attempt++)
        {
            if (attempt == AttemptsPerLayout)
            {
                // A layout that has jammed is thrown away as a whole.
                (placed, attempt) = (0, 0);
            }

            double eta = _options.EtaMax * ((2 * rng.NextDouble()) - 1), phi = Math.PI * ((2 * rng.NextDouble()) - 1);
            if (IsFree(directions.AsSpan(0, placed), eta, phi))
            {
                directions[placed++] = (eta, phi);
            }
        }

        return directions;
    }

    private bool IsFree(ReadOnlySpan<(double Eta, double Phi)> placed, double eta, double phi)
    {
        foreach ((double otherEta, double otherPhi) in placed)
        {
            if (EtaPhi.DeltaR(eta, phi, otherEta, otherPhi) < _options.MinDistance)
            {
                return false;
            }
        }

        return true;
    }
}
