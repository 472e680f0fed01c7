using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// A collision while it grows backwards towards the protons: two incoming partons and all that comes out.
/// </summary>
/// <param name="first">Parton from the beam along +z.</param>
/// <param name="second">Parton from the beam along -z.</param>
/// <param name="outgoing">What comes out; changed by radiation.</param>
/// <param name="beamEnergy">Energy of each proton [GeV].</param>
internal sealed class Scattering(
    in IncomingParton first, in IncomingParton second, PartonSystem outgoing, double beamEnergy)
{
    /// <summary>Parton from the beam along +z.</summary>
    public IncomingParton First { get; set; } = first;

    /// <summary>Parton from the beam along -z.</summary>
    public IncomingParton Second { get; set; } = second;

    /// <summary>What comes out of the collision, resonances not yet decayed.</summary>
    public PartonSystem Outgoing { get; } = outgoing;

    /// <summary>Energy of each proton [GeV].</summary>
    public double BeamEnergy { get; } = beamEnergy;

    /// <summary>Mass squared of the two incoming partons [GeV²].</summary>
    public double S => 4 * First.X * Second.X * BeamEnergy * BeamEnergy;

    /// <summary>Momentum of everything that comes out [GeV].</summary>
    public FourVector Total => Sum(Outgoing);

    /// <summary>Moves everything that comes out from one total momentum to another of the same mass.</summary>
    /// <param name="map">The transformation.</param>
    public void Transform(in FrameChange map)
    {
        List<Parton> partons = Outgoing.Partons;
        for (int i = 0; i < partons.Count; i++)
        {
            partons[i] = partons[i] with { Momentum = map.Apply(partons[i].Momentum) };
        }
    }

    /// <summary>Momentum of all partons of a system [GeV].</summary>
    /// <param name="system">System.</param>
    public static FourVector Sum(PartonSystem system)
    {
        FourVector sum = default;
        foreach (Parton parton in system.Partons)
        {
            sum += parton.Momentum;
        }

        return sum;
    }
}
