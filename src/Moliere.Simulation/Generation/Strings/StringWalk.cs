using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// Breaks one string from both ends inwards, at random from either side, until the rest is only good for two hadrons.
/// </summary>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, section 2.2, and Sjostrand, Nucl. Phys. B248
/// (1984) 469, section 4; end of the iteration: Sjostrand, Mrenna, Skands, hep-ph/0603175, section 12.1.2.
/// </source>
internal sealed class StringWalk
{
    private const double StopMass = 1.0, StopNew = 2.0, StopSmear = 0.2; // hep-ph/0603175, section 12.4.2 [GeV, 1, 1]

    private const int Redraws = 10;

    private readonly StringLattice _fromLeft, _fromRight;
    private readonly int _motherLeft, _motherRight;
    private StringBreak _left, _right;
    private FourVector _rest;

    /// <summary>Prepares the string.</summary>
    /// <param name="lattice">Its world sheet.</param>
    /// <param name="chain">Its partons.</param>
    /// <param name="left">Left end.</param>
    /// <param name="right">Right end, in the reversed lattice.</param>
    public StringWalk(StringLattice lattice, StringChain chain, in StringBreak left, in StringBreak right)
    {
        (_fromLeft, _fromRight, _left, _right) = (lattice, lattice.Reversed(), left, right);
        (_motherLeft, _motherRight) = (chain.Partons[0].Mother, chain.Partons[^1].Mother);
        _rest = chain.Momentum;
    }

    /// <summary>Makes the hadrons.</summary>
    /// <param name="into">Receives them; has leftovers after a failure.</param>
    /// <param name="rng">Stream.</param>
    /// <returns>False when this attempt came to an impossible rest.</returns>
    public bool TryWalk(List<PrimaryHadron> into, ref Rng rng)
    {
        while (true)
        {
            bool isLeft = rng.NextInt(2) == 0;
            (int id, int end) = StringFlavour.Next(isLeft ? _left.Flavour : _right.Flavour, ref rng);
            if (IsShort(end, ref rng))
            {
                return TryEnd(isLeft, id, end, into, ref rng);
            }

            if (!TryTake(isLeft, id, end, into, ref rng))
            {
                return false;
            }
        }
    }

    private bool IsShort(int created, ref Rng rng)
    {
        double least = StopMass + QuarkMasses.Constituent(_left.Flavour) + QuarkMasses.Constituent(_right.Flavour)
            + (StopNew * QuarkMasses.Constituent(created));
        least *= 1 + (StopSmear * ((2 * rng.NextDouble()) - 1));
        return !(Minkowski.Dot(_rest, _rest) > least * least);
    }

    // A hadron that finds no place at a kink of the string is drawn again.
    private bool TryTake(bool isLeft, int id, int flavour, List<PrimaryHadron> into, ref Rng rng)
    {
        double mass = HadronMass.Draw(id, ref rng);
        for (int i = 0; i < Redraws; i++)
        {
            if (!TryPlace(isLeft, mass, flavour, out FourVector hadron, out StringBreak next, ref rng))
            {
                continue;
            }

            into.Add(new PrimaryHadron(id, hadron, mass, isLeft ? _motherLeft : _motherRight));
            _rest = Minkowski.Subtract(_rest, hadron);
            (_left, _right) = isLeft ? (next, _right) : (_left, next);
            return _rest.E > 0 && HasRoom();
        }

        return false;
    }

    private bool TryPlace(
        bool isLeft, double mass, int flavour, out FourVector hadron, out StringBreak next, ref Rng rng)
    {
        StringBreak end = isLeft ? _left : _right;
        (double X, double Y) kick = TransverseKick.Draw(ref rng);
        double x = end.KickX + kick.X, y = end.KickY + kick.Y, mt2 = (mass * mass) + (x * x) + (y * y);
        double z = LundFunction.Sample(end.Flavour, flavour, mt2, ref rng);
        double gamma = (1 - z) * (end.Gamma + (mt2 / z));
        var step = new StringStep(isLeft ? _fromLeft : _fromRight, end);
        return step.TryTake(mass, gamma, kick, flavour, out hadron, out next);
    }

    // The left end must stay left of the right one along both kinds of vectors.
    private bool HasRoom()
    {
        int last = _fromLeft.Last;
        return _left.A + 1 - _left.X < last - _right.B + 1 - _right.Y
            && _left.B + _left.Y < last - _right.A + _right.X;
    }

    private bool TryEnd(bool isLeft, int id, int end, List<PrimaryHadron> into, ref Rng rng)
    {
        int other = HadronFlavour.Combine(end, isLeft ? _right.Flavour : _left.Flavour, ref rng);
        if (other == HadronFlavour.Refused)
        {
            return false;
        }

        double mass = HadronMass.Draw(id, ref rng), otherMass = HadronMass.Draw(other, ref rng);
        (int left, double leftMass, int right, double rightMass) = isLeft
            ? (id, mass, other, otherMass)
            : (other, otherMass, id, mass);
        double square = Minkowski.Dot(_rest, _rest);
        if (!(square > (mass + otherMass) * (mass + otherMass)))
        {
            return false;
        }

        var pair = new LastPair(_rest, Axis(), _left.Kick);
        if (!pair.TryDraw(leftMass, rightMass, out FourVector first, out FourVector second, ref rng))
        {
            return false;
        }

        into.Add(new PrimaryHadron(left, first, leftMass, _motherLeft));
        into.Add(new PrimaryHadron(right, second, rightMass, _motherRight));
        return true;
    }

    // From left to right: forward vectors that are left, less the backward ones.
    private FourVector Axis() => Minkowski.Subtract(Left(_fromLeft, _left, _right), Left(_fromRight, _right, _left));

    private static FourVector Left(StringLattice lattice, in StringBreak near, in StringBreak far)
    {
        int stop = lattice.Last - far.B;
        FourVector sum = default;
        for (int i = near.A; i <= stop; i++)
        {
            double share = (i == near.A ? near.X : 1) - (i == stop ? far.Y : 0);
            sum += share * lattice.Forward(i);
        }

        return sum;
    }
}
