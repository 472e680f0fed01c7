using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation.BeamInduced;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>What each jet of an event comes from.</summary>
/// <param name="Classes">Numbers of <see cref="DisplacedClass"/>, or -1.</param>
/// <param name="Decays">The decays that jets are matched to, in the calorimeter or not; null without one.</param>
/// <source>arXiv:2203.01009, section 5: within 0.4 of a decay in the calorimeter.</source>
internal sealed record DisplacedMatch(int[] Classes, LongLivedDecay?[] Decays)
{
    private const int None = -1;

    /// <summary>Matches the jets of an event; each decay or muon to the nearest one at most.</summary>
    /// <param name="sample">What the event is.</param>
    /// <param name="jets">By decreasing transverse momentum.</param>
    /// <param name="decays">Decays of long-lived particles.</param>
    /// <param name="muon">The muon of a beam-induced event.</param>
    /// <param name="radius">Largest distance.</param>
    public static DisplacedMatch Of(
        DisplacedSample sample, IReadOnlyList<FourVector> jets, IReadOnlyList<LongLivedDecay> decays, BeamMuon? muon,
        double radius)
    {
        int[] decayOf = JetMatch.Pairs(jets, [.. decays.Select(decay => decay.Direction)], radius);
        int[] muonOf = JetMatch.Pairs(jets, muon is { } one ? [one.LossDirection] : [], radius);
        return new(
            [
                .. jets.Select((_, jet) => sample switch
                {
                    DisplacedSample.Qcd => (int)DisplacedClass.Qcd,
                    DisplacedSample.Signal => decayOf[jet] >= 0 && decays[decayOf[jet]].IsInCalorimeter
                        ? (int)DisplacedClass.Signal : None,
                    DisplacedSample.BeamInduced => muonOf[jet] >= 0 ? (int)DisplacedClass.BeamInduced : None,
                    _ => None,
                }),
            ],
            [.. decayOf.Select(decay => decay >= 0 ? decays[decay] : null)]);
    }
}
