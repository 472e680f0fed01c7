using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// A narrow scalar from two gluons that decays to two long-lived scalars; its cross-section is that of a Higgs boson of
/// its mass in the limit of a heavy top. The scale is its mass.
/// </summary>
/// <source>
/// Georgi, Glashow, Machacek, Nanopoulos, Phys. Rev. Lett. 40 (1978) 692: gluon fusion; Ellis, Stirling, Webber, QCD
/// and Collider Physics (1996), section 11.2.
/// </source>
/// <param name="options">Masses, lifetime and decay.</param>
internal sealed class ScalarProcess(ProcessOptions options) : HardProcess
{
    private const double Fermi = 1.1663788e-5; // [GeV⁻²], PDG
    private const int Resonance = 25, LongLived = 35; // numbers of a light and a heavy neutral scalar

    /// <inheritdoc/>
    public override double Density(double scale, double u1, double u2, HardPoint point)
    {
        double yMax = Math.Log(options.CollisionEnergy / scale), y = yMax * ((2 * u1) - 1);
        double ratio = scale / options.CollisionEnergy, s = options.CollisionEnergy * options.CollisionEnergy;
        point.MoveTo(ratio * Math.Exp(y), ratio * Math.Exp(-y), s, scale * scale);
        point.Add(21, 21, Resonance, 0, ColourFlow.GluonFusion, 1);
        double coupling = ElectroweakCouplings.Strong(scale * scale);
        double unit = Fermi * coupling * coupling / (288 * Math.Sqrt(2) * Math.PI);
        return 2 * yMax * unit * ElectroweakCouplings.ToPicobarn * point.Sum;
    }

    /// <inheritdoc/>
    public override HardEvent Build(HardPoint point, in Channel channel, ref Rng rng)
    {
        double half = 0.5 * options.CollisionEnergy, e1 = point.X1 * half, e2 = point.X2 * half;
        FourVector first = new(0, 0, e1, e1), second = new(0, 0, -e2, e2);
        ColourFlow flow = channel.Flow;
        double mass = Math.Sqrt(point.S), p = Minkowski.TwoBodyMomentum(mass, options.ScalarMass, options.ScalarMass);
        FourVector one = Directions.Uniform(p, ref rng) with { E = 0.5 * mass };
        FourVector two = (-1 * one) with { E = 0.5 * mass };
        var particles = new List<HardParticle>(9)
        {
            new(21, HardRole.Incoming, first, 0, flow.Colour1, flow.Anti1),
            new(21, HardRole.Incoming, second, 0, flow.Colour2, flow.Anti2),
            new(Resonance, HardRole.Resonance, first + second, mass),
        };
        FourVector[] scalars =
            [new RestFrame(first + second).Leave(one), new RestFrame(first + second).Leave(two)];
        (double[] lengths, double weight) = Lengths(scalars, ref rng);
        for (int i = 0; i < 2; i++)
        {
            particles.Add(new(
                LongLived, HardRole.Resonance, scalars[i], options.ScalarMass, Mother: 2, Length: lengths[i]));
        }

        AddDecay(particles, 3, ref rng);
        AddDecay(particles, 4, ref rng);
        return new HardEvent { Particles = particles, Scale = mass, Weight = weight };
    }

    // Where one of the two must end in the calorimeter either is chosen for it, the other being free; a pair of lengths
    // that both choices can give has the weight of both.
    private (double[] Lengths, double Weight) Lengths(FourVector[] scalars, ref Rng rng)
    {
        double mean = options.ScalarLength;
        if (mean <= 0)
        {
            return ([0, 0], 1);
        }

        DecayRange[] ranges = Array.ConvertAll(scalars, momentum => DecayVolume.Range(momentum, options.ScalarMass));
        int chosen = options.ScalarsInCalorimeter == 1 ? rng.NextInt(2) : -1;
        double[] lengths = new double[2];
        double inverse = 0, product = 1;
        for (int i = 0; i < 2; i++)
        {
            bool isHeld = options.ScalarsInCalorimeter == 2 || i == chosen;
            lengths[i] = isHeld ? ranges[i].Draw(mean, ref rng) : Distributions.Exponential(mean, ref rng);
            double probability = ranges[i].Probability(mean);
            inverse += ranges[i].Holds(lengths[i]) ? 1 / probability : 0;
            product *= probability;
        }

        double weight = options.ScalarsInCalorimeter switch { 0 => 1, 1 => 2 / inverse, _ => product };
        return (lengths, weight);
    }

    private void AddDecay(List<HardParticle> particles, int place, ref Rng rng)
    {
        int id = Product(ref rng);
        double cos = (2 * rng.NextDouble()) - 1;
        BosonDecay.Add(particles, place, particles[place].Momentum, default, id, -id, cos, ref rng);
    }

    private int Product(ref Rng rng) => options.ScalarDecay switch
    {
        ScalarDecay.Bottom => 5,
        ScalarDecay.Charm => 4,
        ScalarDecay.Tau => 15,
        _ => ByMass(rng.NextDouble()),
    };

    // Colours · m² β³; the running of the quark masses is left out.
    private int ByMass(double u)
    {
        double bottom = 3 * Strength(5), charm = 3 * Strength(4), tau = Strength(15);
        double left = u * (bottom + charm + tau);
        return left < bottom ? 5 : left < bottom + charm ? 4 : 15;
    }

    private double Strength(int id)
    {
        double m = FermionMasses.Of(id), beta2 = 1 - (4 * m * m / (options.ScalarMass * options.ScalarMass));
        return beta2 <= 0 ? 0 : m * m * beta2 * Math.Sqrt(beta2);
    }
}
