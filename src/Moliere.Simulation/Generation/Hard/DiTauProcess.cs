using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// A pair of taus from quarks and antiquarks through photon and Z with their interference. The scale is the mass of the
/// pair; each channel has a definite helicity of the taus.
/// </summary>
/// <source>
/// Ellis, Stirling, Webber, QCD and Collider Physics (1996), section 9.1; helicity amplitudes ibid., 8.4.
/// </source>
/// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
/// <param name="rapidityMax">Both taus lie in |y| below this.</param>
internal sealed class DiTauProcess(double collisionEnergy, double rapidityMax) : HardProcess
{
    /// <inheritdoc/>
    public override double Density(double scale, double u1, double u2, HardPoint point)
    {
        double yMax = Math.Min(rapidityMax, Math.Log(collisionEnergy / scale));
        if (yMax <= 0)
        {
            return 0;
        }

        double y = yMax * ((2 * u1) - 1), cos = (2 * u2) - 1, ratio = scale / collisionEnergy;
        if (Math.Abs(y) + Math.Atanh(Math.Abs(cos)) > rapidityMax && Outside(y, cos))
        {
            return 0;
        }

        point.MoveTo(ratio * Math.Exp(y), ratio * Math.Exp(-y), collisionEnergy * collisionEnergy, scale * scale);
        point.CosTheta = cos;
        for (int q = 1; q <= 5; q++)
        {
            Add(point, q, left: true);
            Add(point, q, left: false);
        }

        double unit = Math.PI * ElectroweakCouplings.Alpha * ElectroweakCouplings.Alpha / (24 * point.S);
        return 8 * yMax * unit * ElectroweakCouplings.ToPicobarn * point.Sum;
    }

    /// <inheritdoc/>
    public override HardEvent Build(HardPoint point, in Channel channel, ref Rng rng)
    {
        var particles = new List<HardParticle>(5);
        double mass = FermionMasses.Of(15);
        PairBuilder.Add(point, channel, collisionEnergy, mass, mass, particles, ref rng);
        var boson = new HardParticle(23, HardRole.Resonance,
            particles[2].Momentum + particles[3].Momentum, Math.Sqrt(point.S));
        HardParticle first = particles[2] with { Mother = 2 }, second = particles[3] with { Mother = 2 };
        return new HardEvent
        {
            Particles = [particles[0], particles[1], boson, first, second],
            Scale = Math.Sqrt(point.S),
        };
    }

    private bool Outside(double y, double cos)
    {
        double along = Math.Atanh(cos);
        return Math.Abs(y + along) > rapidityMax || Math.Abs(y - along) > rapidityMax;
    }

    // Helicities of quark and tau: equal ones go as (1 + c)², opposite ones as (1 - c)², c from the quark to the tau.
    private static void Add(HardPoint point, int q, bool left)
    {
        double quark = left ? ElectroweakCouplings.Left(q) : ElectroweakCouplings.Right(q);
        double plus = 1 + point.CosTheta, minus = 1 - point.CosTheta;
        double same = Squared(point.S, q, quark, ElectroweakCouplings.Left(15));
        double other = Squared(point.S, q, quark, ElectroweakCouplings.Right(15));
        (double forLeft, double forRight) = left ? (plus, minus) : (minus, plus);
        (double backLeft, double backRight) = left ? (minus, plus) : (plus, minus);
        point.Add(q, -q, 15, -15, ColourFlow.Annihilation, same * forLeft * forLeft, -1);
        point.Add(q, -q, 15, -15, ColourFlow.Annihilation, other * forRight * forRight, 1);
        ColourFlow mirror = ColourFlow.Annihilation.Conjugate();
        point.Add(-q, q, 15, -15, mirror, same * backLeft * backLeft, -1);
        point.Add(-q, q, 15, -15, mirror, other * backRight * backRight, 1);
    }

    // |Q_q Q_τ + g_q g_τ s / (s - M² + i M Γ)|²
    private static double Squared(double s, int q, double quark, double tau)
    {
        double m2 = ElectroweakCouplings.MassZ * ElectroweakCouplings.MassZ;
        double re = s - m2, im = ElectroweakCouplings.MassZ * ElectroweakCouplings.WidthZ, norm = (re * re) + (im * im);
        double photon = ElectroweakCouplings.Charge(q) * ElectroweakCouplings.Charge(15), boson = quark * tau * s;
        double real = photon + (boson * re / norm), imaginary = boson * im / norm;
        return (real * real) + (imaginary * imaginary);
    }
}
