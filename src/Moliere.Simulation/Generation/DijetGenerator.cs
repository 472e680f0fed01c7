using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// QCD dijet events: two hard partons, radiation before and after, string fragmentation, decays, an underlying event.
/// Thread-safe; an event depends on the seed and its number only.
/// </summary>
/// <remarks>
/// Hard partons are gluons and light quarks (u, d, s); heavy flavours are not generated. All particles come from the
/// origin; neutrinos do not occur.
/// </remarks>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), chapters 5 and 7, for hard process and radiation;
/// Andersson et al., Phys. Rep. 97 (1983) 31, for fragmentation; Sjostrand and van Zijl, Phys. Rev. D 36 (1987) 2019,
/// for the underlying event.
/// </source>
public sealed class DijetGenerator
{
    private readonly DijetOptions _options;
    private readonly ulong _seed;
    private readonly FallingSpectrum _spectrum;

    /// <summary>Prepares a sample.</summary>
    /// <param name="options">Range, spectrum and activity.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">The range of transverse momenta is empty or reaches √s/2.</exception>
    public DijetGenerator(DijetOptions options, ulong seed)
    {
        if (!(options.PtMin > 0 && options.PtMax > options.PtMin && options.PtMax < 6500))
        {
            throw new ArgumentException(
                $"Dijet range PtMin = {options.PtMin} to PtMax = {options.PtMax} GeV;"
                + " expected 0 < PtMin < PtMax < 6500 GeV.",
                nameof(options));
        }

        _options = options;
        _seed = seed;
        _spectrum = new FallingSpectrum(options.PtMin, options.PtMax, options.SpectrumPower);
    }

    /// <summary>One event; the same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var rng = new Rng(_seed, "dijet", (ulong)number);
        double pt = _options.PtMin * Math.Pow(_options.PtMax / _options.PtMin, rng.NextDouble());
        var particles = new List<Particle>(ExpectedParticles);
        Particle[] hard = HardProcess(pt, particles, ref rng);
        AddUnderlyingEvent(particles, ref rng);
        return new GeneratedEvent
        {
            Number = number,
            Weight = _options.Spectrum == DijetSpectrum.Falling ? _spectrum.Weight(pt) : 1,
            Particles = particles,
            HardPartons = hard,
        };
    }

    private const int ExpectedParticles = 512;

    private Particle[] HardProcess(double pt, List<Particle> particles, ref Rng rng)
    {
        var starts = new List<PartonLeg>(16);
        (Particle first, Particle second) = PartonPair.Draw(pt, _options.EtaMax, ref rng);
        (double px, double py) = _options.RadiationColour > 0
            ? InitialStateRadiation.Add(pt, _options.RadiationColour, starts, ref rng)
            : (0, 0);
        Particle[] hard = [Recoil(first, px, py), Recoil(second, px, py)];
        starts.Add(Leg(hard[0]));
        starts.Add(Leg(hard[1]));
        Hadronise(starts, particles, ref rng);
        return hard;
    }

    private static void Hadronise(List<PartonLeg> starts, List<Particle> particles, ref Rng rng)
    {
        var legs = new List<PartonLeg>(64);
        foreach (PartonLeg start in starts)
        {
            PartonShower.Add(start, legs, ref rng);
        }

        foreach (PartonLeg leg in legs)
        {
            StringFragmentation.Add(leg, particles, ref rng);
        }
    }

    // Each hard parton takes half of the recoil: a transverse boost of the pair to first order.
    private static Particle Recoil(in Particle parton, double px, double py)
    {
        FourVector p = parton.Momentum;
        double x = p.Px - (0.5 * px), y = p.Py - (0.5 * py), pt = Math.Sqrt((x * x) + (y * y));
        return new Particle(parton.PdgId, FourVector.FromPtEtaPhiMass(pt, p.Eta, Math.Atan2(y, x), 0));
    }

    private static PartonLeg Leg(in Particle parton) => new(
        parton.PdgId, parton.Momentum.Pt, parton.Momentum.Eta, parton.Momentum.Phi,
        PartonPair.StartAngle, PartonPair.StringAngle);

    // The impact parameter of a hard collision fluctuates less than that of an average one.
    private void AddUnderlyingEvent(List<Particle> particles, ref Rng rng)
    {
        if (_options.UnderlyingActivity > 0)
        {
            double shape = 3; // of the gamma distribution of the activity; tuned on the reference dijets
            double activity = Distributions.Gamma(shape, ref rng) / shape;
            MultipleInteractions.Add(_options.UnderlyingActivity * activity, particles, ref rng);
        }
    }
}
