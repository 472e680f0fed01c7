using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>What is unusual about the jets of a table: counted, reported, and left to the selection.</summary>
internal sealed class JetSurvey : IRowSurvey
{
    private readonly Dictionary<(long, long), int> _jetsOf = [];
    private readonly WeightSurvey _weights = new("jets");
    private long _jets, _unmatched, _withoutPt, _withoutConstituents;
    private bool _hasConstituents;

    /// <inheritdoc/>
    public void Add(Table rows)
    {
        Table jets = rows;
        _jets += jets.RowCount;
        _unmatched += jets.Floats(JetColumns.TruthPt).Count(pt => !(pt > 0));
        _withoutPt += jets.Floats(JetColumns.Pt).Count(pt => !(pt > 0 && float.IsFinite(pt)));
        _weights.Add(jets.Has(JetColumns.Weight) ? jets.Floats(JetColumns.Weight) : []);
        if (jets.Has(JetColumns.ConstituentPt))
        {
            _hasConstituents = true;
            int[] offsets = ((JaggedColumn<float>)jets[JetColumns.ConstituentPt]).Offsets;
            _withoutConstituents += offsets.Zip(offsets.Skip(1)).Count(pair => pair.First == pair.Second);
        }

        long[] events = jets.Longs(JetColumns.Event);
        long[]? passes = jets.Has(JetColumns.Pass) ? jets.Longs(JetColumns.Pass) : null;
        for (int row = 0; row < events.Length; row++)
        {
            (long, long) key = (events[row], passes?[row] ?? 0);
            _jetsOf[key] = _jetsOf.GetValueOrDefault(key) + 1;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Label, string Value)> Lines()
    {
        (string, string)?[] lines =
        [
            ("jets of the table", CountText.Of(_jets)),
            ("its events", CountText.Of(_jetsOf.Count)),
            CountText.Some("of them with fewer than two jets", _jetsOf.Values.Count(jets => jets < 2)),
            CountText.Some("jets without a match", _unmatched),
            CountText.Some("jets whose pT is zero, negative or no number", _withoutPt),
            _hasConstituents ? CountText.Some("jets without constituents", _withoutConstituents)
                : ("constituents", "the table has none; methods that need them are left out"),
            .. _weights.Lines().Select(line => ((string, string)?)line),
        ];
        return [.. lines.OfType<(string, string)>()];
    }
}
