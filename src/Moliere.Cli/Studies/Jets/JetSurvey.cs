using System.Globalization;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>What is unusual about the jets of a table: counted, reported, and left to the selection.</summary>
internal sealed class JetSurvey
{
    private readonly Dictionary<(long, long), int> _jetsOf = [];
    private readonly List<float> _weights = [];
    private long _jets, _unmatched, _withoutPt, _withoutConstituents;
    private bool _hasConstituents;

    /// <summary>The columns that are looked at, as far as a table has them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        JetColumns.Event, JetColumns.Pass, JetColumns.Pt, JetColumns.TruthPt, JetColumns.Weight,
        JetColumns.ConstituentPt,
    ];

    /// <summary>Counts more jets.</summary>
    /// <param name="jets">Rows with those of <see cref="Columns"/> that there are.</param>
    public void Add(Table jets)
    {
        _jets += jets.RowCount;
        _unmatched += jets.Floats(JetColumns.TruthPt).Count(pt => !(pt > 0));
        _withoutPt += jets.Floats(JetColumns.Pt).Count(pt => !(pt > 0 && float.IsFinite(pt)));
        _weights.AddRange(jets.Has(JetColumns.Weight) ? jets.Floats(JetColumns.Weight) : []);
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

    /// <summary>Counts for the report, those of nothing unusual left out.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines()
    {
        (string, string)?[] lines =
        [
            ("jets of the table", Count(_jets)),
            ("its events", Count(_jetsOf.Count)),
            Some("of them with fewer than two jets", _jetsOf.Values.Count(jets => jets < 2)),
            Some("jets without a match", _unmatched),
            Some("jets whose pT is zero, negative or no number", _withoutPt),
            _hasConstituents ? Some("jets without constituents", _withoutConstituents)
                : ("constituents", "the table has none; methods that need them are left out"),
            .. Weights(),
        ];
        return [.. lines.OfType<(string, string)>()];
    }

    // N_eff = (sum w)^2 / sum w^2: a few jets with huge weights leave little of a sample.
    private IEnumerable<(string, string)?> Weights()
    {
        double[] sizes = [.. _weights.Where(weight => weight != 0 && float.IsFinite(weight)).Select(w => Math.Abs(w))];
        long useless = _weights.Count - sizes.Length;
        if (useless > 0)
        {
            yield return ("jets whose weight is zero or no number", Count(useless));
        }

        if (sizes.Length > 0 && sizes.Max() > sizes.Min() * (1 + 1e-6))
        {
            double effective = Math.Pow(sizes.Sum(), 2) / sizes.Sum(size => size * size);
            yield return ("weights, smallest to largest size",
                string.Create(CultureInfo.InvariantCulture, $"{sizes.Min():G3} to {sizes.Max():G3}"));
            yield return ("effective number of jets with these weights", Count((long)effective));
        }
    }

    private static (string, string)? Some(string label, long number) => number > 0 ? (label, Count(number)) : null;

    private static string Count(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
