using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Which jets a network learns from: matched to a jet of particles, and both without a neighbour that shares their
/// energy. Columns of isolation that a table lacks do not select.
/// </summary>
/// <source>Physics notes section 2.2.</source>
public sealed record JetSelection
{
    /// <summary>Smallest true transverse momentum [GeV].</summary>
    [Range(0.0, 1e6)]
    public double TruthPtMin { get; init; } = 8;

    /// <summary>Largest distance to the matched jet of particles.</summary>
    [Range(0.0, 10.0)]
    public double TruthDistanceMax { get; init; } = 0.3;

    /// <summary>Smallest distance of the jet of particles to the next one above 7 GeV.</summary>
    [Range(0.0, 10.0)]
    public double TruthIsolationMin { get; init; } = 0.6;

    /// <summary>Smallest distance of the reconstructed jet to the next one above 7 GeV.</summary>
    [Range(0.0, 10.0)]
    public double IsolationMin { get; init; } = 1.0;

    /// <summary>Picks the jets that can be learnt from, and counts why others cannot.</summary>
    /// <param name="start">Jets at their starting scale.</param>
    /// <param name="candidates">Rows to pick from.</param>
    /// <param name="isUsable">Whether the inputs of a row are complete; null where that is not yet known.</param>
    internal (int[] Rows, JetRowCounts Counts) Of(StartingScale start, int[] candidates, bool[]? isUsable)
    {
        var cuts = new Cuts(this, start.Jets);
        var rows = new List<int>(candidates.Length);
        JetRowCounts counts = new() { Candidates = candidates.Length };
        foreach (int row in candidates)
        {
            JetRowCounts next = Judge(start, row, isUsable, cuts, counts);
            if (ReferenceEquals(next, counts))
            {
                rows.Add(row);
            }

            counts = next;
        }

        return ([.. rows], counts with { Used = rows.Count });
    }

    // The same counts for a jet that can be used, else counts with one more of the first reason that applies.
    private static JetRowCounts Judge(StartingScale start, int row, bool[]? isUsable, Cuts cuts, JetRowCounts counts)
    {
        if (!start.IsUsable[row])
        {
            return counts with { WithoutMomentum = counts.WithoutMomentum + 1 };
        }

        if (!cuts.IsMatched(row))
        {
            return counts with { Unmatched = counts.Unmatched + 1 };
        }

        if (!cuts.IsIsolated(row))
        {
            return counts with { NotIsolated = counts.NotIsolated + 1 };
        }

        if (!(isUsable?[row] ?? true))
        {
            return counts with { Incomplete = counts.Incomplete + 1 };
        }

        double ratio = start.Pt[row] / cuts.TruthPt(row);
        return ratio is >= ResponseTarget.Smallest and <= ResponseTarget.Largest
            ? counts
            : counts with { Absurd = counts.Absurd + 1 };
    }

    private sealed class Cuts(JetSelection selection, Table jets)
    {
        private readonly float[] _truthPt = jets.Floats(JetColumns.TruthPt);
        private readonly float[]? _distance = Optional(jets, JetColumns.TruthDistance);
        private readonly float[]? _truthIsolation = Optional(jets, JetColumns.TruthIsolation);
        private readonly float[]? _isolation = Optional(jets, JetColumns.Isolation);

        public double TruthPt(int row) => _truthPt[row];

        public bool IsMatched(int row) => float.IsFinite(_truthPt[row]) && _truthPt[row] > 0
            && _truthPt[row] >= selection.TruthPtMin
            && (_distance is null || (_distance[row] >= 0 && _distance[row] <= selection.TruthDistanceMax));

        public bool IsIsolated(int row) =>
            (_truthIsolation is null || _truthIsolation[row] >= selection.TruthIsolationMin)
            && (_isolation is null || _isolation[row] >= selection.IsolationMin);

        private static float[]? Optional(Table jets, string name) => jets.Has(name) ? jets.Floats(name) : null;
    }
}
