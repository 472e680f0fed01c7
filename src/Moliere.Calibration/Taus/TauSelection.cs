using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Taus;

/// <summary>
/// Which taus the learnt energy scales are trained on and applied to: one to five tracks, and no ratio of two scales so
/// large that one of them has failed.
/// </summary>
/// <source>Physics notes section 3.2.</source>
public sealed record TauSelection
{
    /// <summary>Fewest tracks.</summary>
    [Range(0, 100)]
    public int TracksMin { get; init; } = 1;

    /// <summary>Most tracks.</summary>
    [Range(0, 100)]
    public int TracksMax { get; init; } = 5;

    /// <summary>Largest ratio of the substructure's or the locally weighted momentum to the combined one.</summary>
    [Range(1.0, 1e6)]
    public double RatioMax { get; init; } = 25;

    /// <summary>Largest ratio of the momentum at EM scale to the locally weighted one.</summary>
    [Range(1.0, 1e6)]
    public double EmRatioMax { get; init; } = 15;

    /// <summary>
    /// Largest ratio of true to combined momentum, up or down, that is learnt from: beyond it one of them has failed.
    /// </summary>
    [Range(1.1, 1e6)]
    public double TruthRatioMax { get; init; } = 10; // pitfall 1 of the physics notes: responses within [0.1, 10]

    /// <summary>Smallest true transverse momentum that is learnt from [GeV].</summary>
    [Range(0.0, 1e6)]
    public double TruthPtMin { get; init; }

    /// <summary>Whether each tau has what every tau energy scale needs: momentum, direction and tracks.</summary>
    /// <param name="taus">A tau table, which need not have its classical scales.</param>
    public bool[] HasMomentum(Table taus)
    {
        var cuts = new Cuts(this, taus);
        return [.. Enumerable.Range(0, taus.RowCount).Select(row => cuts.OfMomentum(row) == TauRejection.Passed)];
    }

    /// <summary>Whether each tau can be calibrated by a learnt scale.</summary>
    /// <param name="taus">A tau table with its classical scales.</param>
    /// <exception cref="MissingColumnException">A momentum or a classical scale is missing.</exception>
    public bool[] IsUsable(Table taus)
    {
        _ = taus.Floats(TauColumns.PtCombined);
        var cuts = new Cuts(this, taus);
        return [.. Enumerable.Range(0, taus.RowCount).Select(row => cuts.OfScales(row) == TauRejection.Passed)];
    }

    /// <summary>Picks the taus that can be learnt from, and counts why others cannot.</summary>
    /// <param name="taus">A tau table with its classical scales and true momenta.</param>
    /// <param name="candidates">Rows to pick from; their order is kept.</param>
    /// <exception cref="MissingColumnException">A momentum or a classical scale is missing.</exception>
    public (int[] Rows, TauRowCounts Counts) Of(Table taus, ReadOnlySpan<int> candidates)
    {
        float[] combined = taus.Floats(TauColumns.PtCombined);
        float[] truth = taus.Floats(TauColumns.TruthPt);
        var cuts = new Cuts(this, taus);
        var rows = new List<int>(candidates.Length);
        TauRowCounts counts = new() { Candidates = candidates.Length };
        foreach (int row in candidates)
        {
            bool isKnown = TauFeatures.IsPresent(truth[row]) && truth[row] > 0 && truth[row] >= TruthPtMin;
            TauRejection reason = cuts.OfScales(row);
            reason = reason != TauRejection.Passed ? reason
                : !isKnown ? TauRejection.Truth
                : IsLearnable((double)truth[row] / combined[row]) ? TauRejection.Passed : TauRejection.Ratio;
            rows.AddRange(reason == TauRejection.Passed ? [row] : []);
            counts = counts.With(reason);
        }

        return ([.. rows], counts);
    }

    private bool IsLearnable(double ratio) => Math.Abs(Math.Log(ratio)) <= Math.Log(TruthRatioMax);

    private sealed class Cuts(TauSelection selection, Table taus)
    {
        private readonly float[] _pt = taus.Floats(TauColumns.Pt);
        private readonly float[] _eta = taus.Floats(TauColumns.Eta);
        private readonly float[] _tracks = taus.Floats(TauColumns.TrackCount);
        private readonly float[] _em = Optional(taus, TauColumns.PtEm);
        private readonly float[] _substructure = Optional(taus, TauColumns.PtSubstructure);
        private readonly float[] _combined = Optional(taus, TauColumns.PtCombined);

        public TauRejection OfMomentum(int row)
        {
            bool isMomentum = IsPositive(_pt[row]) && TauFeatures.IsPresent(_eta[row]);
            return !isMomentum ? TauRejection.Momentum
                : _tracks[row] >= selection.TracksMin && _tracks[row] <= selection.TracksMax ? TauRejection.Passed
                : TauRejection.Tracks;
        }

        public TauRejection OfScales(int row)
        {
            TauRejection reason = OfMomentum(row);
            if (reason != TauRejection.Passed)
            {
                return reason;
            }

            return !IsPositive(_combined[row]) ? TauRejection.Scale
                : IsExtreme(row) ? TauRejection.Ratio
                : TauRejection.Passed;
        }

        // A missing part is no extreme one: whoever learns decides what to do without it.
        private bool IsExtreme(int row) => Exceeds(_em, _pt, row, selection.EmRatioMax)
            || Exceeds(_substructure, _combined, row, selection.RatioMax)
            || Exceeds(_pt, _combined, row, selection.RatioMax);

        private static bool Exceeds(float[] above, float[] below, int row, double limit) =>
            above.Length > 0 && TauFeatures.IsPresent(above[row]) && !(above[row] < limit * below[row]);

        private static bool IsPositive(float value) => value > 0 && float.IsFinite(value);

        private static float[] Optional(Table taus, string name) => taus.Has(name) ? taus.Floats(name) : [];
    }
}
