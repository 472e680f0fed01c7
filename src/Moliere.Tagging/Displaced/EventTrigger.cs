using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Events as a trigger of displaced jets leaves them: at least one jet of enough momentum with most of its energy
/// behind the electromagnetic calorimeter, far enough from tracks, and not too early. All jets of such an event stay.
/// </summary>
/// <source>
/// arXiv:2203.01009, sections 4 and 6, as recalled: log10(E_H / E_EM) above 1.2, no track above 2 GeV within 0.2; time
/// above -3 ns.
/// </source>
public sealed record EventTrigger
{
    /// <summary>Lowest transverse momentum of the jet [GeV].</summary>
    public double PtMin { get; init; } = 40; // where jets begin to be learnt; low-E_T trigger 30, high-E_T 60

    /// <summary>Lowest log10(E_H / E_EM) of its clusters, weighted with their transverse momenta; published 1.2.
    /// </summary>
    public double LogRatioMin { get; init; } // 0: tuned on training jets, the tightest whole number that leaves QCD

    /// <summary>Least distance to the closest track above 2 GeV; published 0.2.</summary>
    public double TrackDistanceMin { get; init; } // 0: tuned on training jets, 0.2 leaves no QCD

    /// <summary>Earliest time of its leading cluster [ns]: what is earlier came along the beam; published -3.</summary>
    public double TimeMin { get; init; } = -3;

    /// <summary>The published cuts on ratio, tracks and time, as recalled, at our lowest momentum.</summary>
    public static EventTrigger Published { get; } = new() { LogRatioMin = 1.2, TrackDistanceMin = 0.2 };

    /// <summary>Jets of the events that pass, in their order; jets without clusters pass no event.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>; jets of one event are neighbours.</param>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public Table Select(Table jets)
    {
        bool[] passes = Passes(jets);
        return jets.Select([.. Enumerable.Range(0, passes.Length).Where(row => passes[row])]);
    }

    /// <summary>Whether the event of each jet passes [N].</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>; jets of one event are neighbours.</param>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public bool[] Passes(Table jets)
    {
        float[] pt = jets.Floats(DisplacedJetColumns.Pt), distance = jets.Floats(DisplacedJetColumns.TrackDistance);
        float[] fraction = JetSummaries.ElectromagneticFractions(jets), time = JetSummaries.LeadingTimes(jets);
        double most = 1 / (1 + Math.Pow(10, LogRatioMin));
        bool Fires(int row) => pt[row] >= PtMin && fraction[row] <= most && distance[row] >= TrackDistanceMin
            && time[row] >= TimeMin;
        bool[] passes = new bool[jets.RowCount];
        foreach ((int first, int end) in EventRuns.Of(jets))
        {
            passes.AsSpan(first, end - first).Fill(Enumerable.Range(first, end - first).Any(Fires));
        }

        return passes;
    }
}
