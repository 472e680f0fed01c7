using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Momenta and colours of a scattering of two into two.</summary>
internal static class PairBuilder
{
    /// <summary>Adds two incoming and two outgoing particles at a uniform azimuth.</summary>
    /// <param name="point">Kinematics.</param>
    /// <param name="channel">Species and colour flow.</param>
    /// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
    /// <param name="m3">Mass of the third particle [GeV].</param>
    /// <param name="m4">Mass of the fourth particle [GeV].</param>
    /// <param name="into">Receives four particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(HardPoint point, in Channel channel, double collisionEnergy, double m3, double m4,
        List<HardParticle> into, ref Rng rng)
    {
        double half = 0.5 * collisionEnergy, e1 = point.X1 * half, e2 = point.X2 * half;
        ColourFlow flow = channel.Flow;
        FourVector first = new(0, 0, e1, e1), second = new(0, 0, -e2, e2), sum = first + second;
        into.Add(new(channel.First, HardRole.Incoming, first, 0, flow.Colour1, flow.Anti1));
        into.Add(new(channel.Second, HardRole.Incoming, second, 0, flow.Colour2, flow.Anti2));
        double mass = Math.Sqrt(point.S), p = Minkowski.TwoBodyMomentum(mass, m3, m4);
        double sinTheta = Math.Sqrt(Math.Max(0, 1 - (point.CosTheta * point.CosTheta)));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        double px = p * sinTheta * cos, py = p * sinTheta * sin, pz = p * point.CosTheta;
        var third = new FourVector(px, py, pz, Math.Sqrt((p * p) + (m3 * m3)));
        var fourth = new FourVector(-px, -py, -pz, Math.Sqrt((p * p) + (m4 * m4)));
        into.Add(new(channel.Third, HardRole.Outgoing, new RestFrame(sum).Leave(third), m3,
            flow.Colour3, flow.Anti3, Polarisation: channel.Polarisation));
        into.Add(new(channel.Fourth, HardRole.Outgoing, new RestFrame(sum).Leave(fourth), m4,
            flow.Colour4, flow.Anti4, Polarisation: -channel.Polarisation));
    }
}
