using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>The scalar product of special relativity.</summary>
internal static class Minkowski
{
    /// <summary>Product with the signature (+, -, -, -) of energy and momentum [GeV²].</summary>
    /// <param name="a">First vector.</param>
    /// <param name="b">Second vector.</param>
    public static double Dot(in FourVector a, in FourVector b) =>
        (a.E * b.E) - (a.Px * b.Px) - (a.Py * b.Py) - (a.Pz * b.Pz);
}
