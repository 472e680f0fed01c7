using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// What the remnants of two protons do at a given activity: soft hadrons, harder where there is more of it, and
/// mini-jets whose number grows with it. Serves inelastic collisions and the underlying event of hard ones.
/// </summary>
/// <source>
/// Sjostrand and van Zijl, Phys. Rev. D 36 (1987) 2019, for the picture; numbers tuned on 1500 inelastic collisions of
/// PYTHIA 8.302 at 13 TeV, multiplicity and scalar sum in |eta| below 5.
/// </source>
internal static class MultipleInteractions
{
    private const double HardnessPower = 0.21; // mean pT of soft hadrons ~ activity^power

    /// <summary>Adds one draw of the activity.</summary>
    /// <param name="activity">1 is the mean of inelastic collisions.</param>
    /// <param name="vertex">Where the collision is.</param>
    /// <param name="record">Receives the particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        SoftHadrons.Add(activity, Math.Pow(activity, HardnessPower), vertex, record, ref rng);
        MiniJets.Add(activity, vertex, record, ref rng);
    }
}
