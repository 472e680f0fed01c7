using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>The two hadrons in the middle of a string, where both ends have met.</summary>
/// <source>
/// Sjostrand, Mrenna, Skands, hep-ph/0603175, section 12.1.2; order of the two by the area law of Andersson et al.,
/// Phys. Rep. 97 (1983) 31.
/// </source>
/// <param name="rest">Momentum that is left [GeV].</param>
/// <param name="axis">Direction along the string from left to right; a vector of the laboratory.</param>
/// <param name="kick">Transverse momentum that waits at the left end [GeV].</param>
internal readonly struct LastPair(FourVector rest, FourVector axis, FourVector kick)
{
    private readonly RestFrame _frame = new(rest);
    private readonly Triad _axes = new(new RestFrame(rest).Enter(axis));

    /// <summary>Draws the momenta.</summary>
    /// <param name="leftMass">Mass of the hadron on the left [GeV].</param>
    /// <param name="rightMass">Mass of the hadron on the right [GeV].</param>
    /// <param name="left">Momentum of the left hadron [GeV].</param>
    /// <param name="right">Momentum of the right hadron [GeV].</param>
    /// <param name="rng">Stream.</param>
    /// <returns>False when the transverse masses do not fit.</returns>
    public bool TryDraw(
        double leftMass, double rightMass, out FourVector left, out FourVector right, ref Rng rng)
    {
        (double x, double y) = _axes.Across(_frame.Enter(kick));
        (double newX, double newY) = TransverseKick.Draw(ref rng);
        (x, y) = (x + newX, y + newY);
        double pt2 = (x * x) + (y * y), mass = _frame.Mass;
        double mt1 = Math.Sqrt((leftMass * leftMass) + pt2), mt2 = Math.Sqrt((rightMass * rightMass) + pt2);
        (left, right) = (default, default);
        if (!(mt1 + mt2 < mass))
        {
            return false;
        }

        // The order along the string is reversed with the weight of the larger area.
        double p = Minkowski.TwoBodyMomentum(mass, mt1, mt2), difference = LundFunction.B * 2 * mass * p;
        double along = rng.NextDouble() < 1 / (1 + Math.Exp(Math.Min(50, difference))) ? -p : p;
        left = Leave(x, y, along, leftMass);
        right = Leave(-x, -y, -along, rightMass);
        return true;
    }

    private FourVector Leave(double x, double y, double along, double mass) =>
        Minkowski.OnShell(_frame.Leave(Minkowski.OnShell(_axes.Place(x, y, along, 0), mass)), mass);
}
