using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Partons;

/// <summary>Products of four-vectors; the metric is (+, -, -, -) in energy and momentum.</summary>
internal static class Minkowski
{
    /// <summary>Invariant product [GeV²]; positive for two physical momenta.</summary>
    /// <param name="a">First vector [GeV].</param>
    /// <param name="b">Second vector [GeV].</param>
    public static double Dot(in FourVector a, in FourVector b) =>
        (a.E * b.E) - (a.Px * b.Px) - (a.Py * b.Py) - (a.Pz * b.Pz);

    /// <summary>Difference by components.</summary>
    /// <param name="a">First vector [GeV].</param>
    /// <param name="b">What is taken away [GeV].</param>
    public static FourVector Subtract(in FourVector a, in FourVector b) =>
        new(a.Px - b.Px, a.Py - b.Py, a.Pz - b.Pz, a.E - b.E);

    /// <summary>The vector with the energy that puts it on a mass shell.</summary>
    /// <param name="v">Its momentum counts, its energy does not [GeV].</param>
    /// <param name="mass">Mass [GeV].</param>
    public static FourVector OnShell(in FourVector v, double mass) =>
        v with { E = Math.Sqrt((v.Px * v.Px) + (v.Py * v.Py) + (v.Pz * v.Pz) + (mass * mass)) };

    /// <summary>Momentum of either product of a two-body decay in the rest frame [GeV]; 0 when it is closed.</summary>
    /// <param name="mass">Mass of the decaying system [GeV], positive.</param>
    /// <param name="m1">Mass of the first product [GeV].</param>
    /// <param name="m2">Mass of the second product [GeV].</param>
    public static double TwoBodyMomentum(double mass, double m1, double m2)
    {
        double s = mass * mass, sum = m1 + m2, difference = m1 - m2;
        return Math.Sqrt(Math.Max(0, (s - (sum * sum)) * (s - (difference * difference)))) / (2 * mass);
    }
}
