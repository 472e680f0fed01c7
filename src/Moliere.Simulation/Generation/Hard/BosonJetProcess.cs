using Moliere.Data;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>A W or Z boson and a jet; the boson decays to quarks.</summary>
/// <remarks>
/// The third particle is the boson. Weights are the squared matrix element of q q̄ → V g and its crossings times the
/// squared coupling of the quarks to the boson in units of e².
/// </remarks>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), section 9.1; polarisation of the W: CMS, Phys. Rev. Lett.
/// 107 (2011) 021802.
/// </source>
internal sealed class BosonJetProcess : PairProcess
{
    private const double LongitudinalFraction = 0.19; // CMS, ibid., mean of both charges at pT above 50 GeV
    private const double Cabibbo = 0.0507; // |V_us|², PDG

    private static readonly ColourFlow WithGluon = new(1, 0, 0, 2, 0, 0, 1, 2);
    private static readonly ColourFlow WithQuark = new(1, 0, 2, 1, 0, 0, 2, 0);

    private readonly bool _isW;
    private readonly double _mass;

    /// <summary>Prepares the process.</summary>
    /// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
    /// <param name="rapidityMax">Boson and jet lie in |y| below this.</param>
    /// <param name="isW">W, otherwise Z.</param>
    public BosonJetProcess(double collisionEnergy, double rapidityMax, bool isW)
        : base(collisionEnergy, rapidityMax, isW ? ElectroweakCouplings.MassW : ElectroweakCouplings.MassZ, 0)
    {
        _isW = isW;
        _mass = isW ? ElectroweakCouplings.MassW : ElectroweakCouplings.MassZ;
    }

    private protected override double AddChannels(HardPoint point, double q2)
    {
        for (int q = 1; q <= 5; q++)
        {
            for (int other = 1; other <= 5; other++)
            {
                double strength = Strength(q, other);
                if (strength > 0)
                {
                    AddPair(point, q, other, strength);
                }
            }
        }

        return Math.PI * ElectroweakCouplings.Alpha * ElectroweakCouplings.Strong(q2) / (point.S * point.S);
    }

    // A quark and an antiquark of the same or of the other kind; then each of them with a gluon.
    private void AddPair(HardPoint point, int q, int other, double strength)
    {
        double m2 = _mass * _mass / point.S, t = -0.5 * (1 - m2) * (1 - point.CosTheta), u = m2 - 1 - t;
        double annihilation = strength * 8.0 / 9 * ((t * t) + (u * u) + (2 * m2)) / (t * u);
        int boson = _isW ? (q % 2 == 0 ? 24 : -24) : 23;
        point.Add(q, -other, boson, PdgId.Gluon, WithGluon, annihilation);
        point.Add(-other, q, boson, PdgId.Gluon, WithGluon.Conjugate(), annihilation);
        double forward = strength / 3 * Compton(t, u, m2), backward = strength / 3 * Compton(u, t, m2);
        point.Add(q, PdgId.Gluon, boson, other, WithQuark, forward);
        point.Add(-other, PdgId.Gluon, boson, -q, WithQuark.Conjugate(), forward);
        point.Add(PdgId.Gluon, q, boson, other, new(2, 1, 1, 0, 0, 0, 2, 0), backward);
        point.Add(PdgId.Gluon, -other, boson, -q, new(1, 2, 0, 1, 0, 0, 0, 2), backward);
    }

    // A quark at momentum transfer t to the boson, and a gluon.
    private static double Compton(double t, double u, double m2) => -(1 + (t * t) + (2 * m2 * u)) / t;

    // Of the quarks to the boson, for a pair that shares it: |V|² / (2 sin²) for the W, left² + right² for the Z.
    private double Strength(int q, int other)
    {
        if (!_isW)
        {
            double left = ElectroweakCouplings.Left(q), right = ElectroweakCouplings.Right(q);
            return q == other ? 0.5 * ((left * left) + (right * right)) : 0;
        }

        if (q == other || q % 2 == other % 2 || q == 5 || other == 5)
        {
            return 0;
        }

        double mixing = Math.Abs(q - other) == 1 && (q + other is 3 or 7) ? 1 - Cabibbo : Cabibbo;
        return mixing * 0.25 / ElectroweakCouplings.SinSquared;
    }

    private protected override (double Third, double Fourth) Masses(
        HardPoint point, in Channel channel, ref Rng rng)
    {
        double width = _isW ? ElectroweakCouplings.WidthW : ElectroweakCouplings.WidthZ;
        double fourth = FermionMasses.Of(channel.Fourth);
        return (ResonanceMass.Draw(_mass, width, Math.Sqrt(point.S) - fourth - 1, ref rng), fourth);
    }

    private protected override void AddDecays(List<HardParticle> particles, ref Rng rng)
    {
        HardParticle boson = particles[2] with { Role = HardRole.Resonance };
        particles[2] = boson;
        double cos = Angle(ref rng);
        if (_isW)
        {
            BosonDecay.AddW(particles, 2, boson.Momentum, default, true, cos, ref rng);
        }
        else
        {
            BosonDecay.AddZ(particles, 2, cos, ref rng);
        }
    }

    // Jets do not tell quark from antiquark: 1 + c² for both transverse states, 1 - c² for the longitudinal one.
    private static double Angle(ref Rng rng)
    {
        bool isLongitudinal = rng.NextDouble() < LongitudinalFraction;
        while (true)
        {
            double c = (2 * rng.NextDouble()) - 1;
            if (rng.NextDouble() < (isLongitudinal ? 1 - (c * c) : 0.5 * (1 + (c * c))))
            {
                return c;
            }
        }
    }
}
