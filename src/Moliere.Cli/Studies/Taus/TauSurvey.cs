using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Taus;

/// <summary>What is unusual about the taus of a table: counted, reported, and left to selection and methods.</summary>
internal sealed class TauSurvey : IRowSurvey
{
    private const int MostTracks = 5; // of a candidate that any scale is derived for: physics notes section 3.2

    private readonly HashSet<long> _crossings = [], _events = [];
    private readonly WeightSurvey _weights = new("taus");
    private long _taus, _unmatched, _withoutPt, _withoutTracks, _manyTracks, _withoutMode, _withoutProbabilities,
        _incomplete;

    private bool _hasCrossings, _hasModes;

    /// <inheritdoc/>
    public void Add(Table rows)
    {
        _taus += rows.RowCount;
        _unmatched += Count(rows, TauColumns.TruthPt, pt => !(pt > 0));
        _withoutPt += Count(rows, TauColumns.Pt, pt => !(pt > 0 && float.IsFinite(pt)));
        _withoutTracks += Count(rows, TauColumns.TrackCount, tracks => !(tracks >= 1));
        _manyTracks += Count(rows, TauColumns.TrackCount, tracks => tracks > MostTracks);
        _withoutMode += Count(rows, TauColumns.TruthMode, mode => !(mode >= 0));
        _incomplete += Count(rows, JetColumns.Missing, number => number > 0);
        _withoutProbabilities += TauColumns.Modes.All(rows.Has) ? WithoutProbabilities(rows) : 0;
        _hasModes |= rows.Has(TauColumns.TruthMode);
        _hasCrossings |= rows.Has(TauColumns.Crossing);
        _crossings.UnionWith(rows.Has(TauColumns.Crossing) ? rows.Longs(TauColumns.Crossing) : []);
        _events.UnionWith(rows.Longs(TauColumns.Event));
        _weights.Add(rows.Has(TauColumns.Weight) ? rows.Floats(TauColumns.Weight) : []);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Label, string Value)> Lines()
    {
        (string, string)?[] lines =
        [
            ("taus of the table", CountText.Of(_taus)),
            ("their events", CountText.Of(_events.Count)),
            _hasCrossings ? ("their crossings, each with pile-up of its own", CountText.Of(_crossings.Count))
                : ("crossings", "the table has none; taus are dealt by event"),
            CountText.Some("taus without a match", _unmatched),
            CountText.Some("taus whose pT is zero, negative or no number", _withoutPt),
            CountText.Some("taus without tracks", _withoutTracks),
            CountText.Some("taus with more than 5 tracks", _manyTracks),
            CountText.Some("taus with a missing variable", _incomplete),
            CountText.Some("taus whose decay-mode probabilities are missing or sum to zero", _withoutProbabilities),
            _hasModes ? CountText.Some("taus whose true decay mode is none of the five", _withoutMode)
                : ("true decay modes", "the table has none; figures per decay mode are left out"),
            .. _weights.Lines().Select(line => ((string, string)?)line),
        ];
        return [.. lines.OfType<(string, string)>()];
    }

    private static long Count(Table rows, string column, Predicate<float> isUnusual) =>
        rows.Has(column) ? rows.Floats(column).Count(value => isUnusual(value)) : 0;

    private static long WithoutProbabilities(Table rows)
    {
        float[][] modes = [.. TauColumns.Modes.Select(rows.Floats)];
        return Enumerable.Range(0, rows.RowCount).Count(row => !(modes.Sum(mode => mode[row]) > 0));
    }
}
