using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// The transformation that takes a system from one total momentum to another of the same mass, and a direction in its
/// rest frame to another.
/// </summary>
internal readonly struct FrameChange
{
    private readonly RestFrame _from, _to;
    private readonly Triad _oldAxes, _newAxes;
    private readonly bool _turns;

    /// <summary>Boosts without a rotation in the rest frame.</summary>
    /// <param name="from">Old momentum of the system [GeV].</param>
    /// <param name="to">New momentum of the system [GeV].</param>
    public FrameChange(in FourVector from, in FourVector to)
    {
        (_from, _to) = (new RestFrame(from), new RestFrame(to));
    }

    /// <summary>Boosts such that a light-like momentum keeps its direction relative to the system.</summary>
    /// <param name="from">Old momentum of the system [GeV].</param>
    /// <param name="to">New momentum of the system [GeV].</param>
    /// <param name="axis">Momentum that is the same before and after [GeV].</param>
    public FrameChange(in FourVector from, in FourVector to, in FourVector axis)
        : this(from, to)
    {
        (_oldAxes, _newAxes) = (new Triad(_from.Enter(axis)), new Triad(_to.Enter(axis)));
        _turns = true;
    }

    /// <summary>The transformed vector.</summary>
    /// <param name="v">Vector of the old system [GeV].</param>
    public FourVector Apply(in FourVector v)
    {
        FourVector rest = _from.Enter(v);
        if (_turns)
        {
            (double first, double second) = _oldAxes.Across(rest);
            rest = _newAxes.Place(first, second, _oldAxes.Along(rest), rest.E);
        }

        return _to.Leave(rest);
    }
}
