using Moliere.Calibration.Taus;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Taus.Sources;

/// <summary>
/// Makes a tau table of what a foreign one has: missing values become NaN and are counted or refused, decay modes that
/// are none of the five become -1, and what the table does not have stays away.
/// </summary>
/// <param name="section">What happens to missing values.</param>
/// <param name="name">What messages call the table.</param>
internal sealed class TauCompletion(TauSourceSection section, string name) : ITableCompletion
{
    // Without pt or truth a tau is none: nothing is learnt from it, and it is counted apart.
    private static readonly string[] s_vital = [TauColumns.Pt, TauColumns.TruthPt];

    private static readonly string[] s_looked =
    [
        TauColumns.Eta, TauColumns.TrackCount, .. TauTable.Measured, .. TauColumns.ModeInputs,
        .. TauTable.Derived.Select(column => column.Name),
    ];

    private readonly MissingValues _missing = new(section.Missing, name, s_looked, section.UnitsOfTable());
    private readonly SortedDictionary<string, long> _lost = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _absent = new(StringComparer.Ordinal);

    private bool _isUnitKnown = section.EnergyUnit is not null;

    /// <inheritdoc/>
    public Table Complete(Table objects)
    {
        RequireUnit(objects);
        Count(objects);
        var columns = new List<Column>();
        foreach (Column known in TauTable.All)
        {
            if (objects.Has(known.Name))
            {
                columns.Add(Known(objects, known));
            }
            else if (TauTable.Measured.Contains(known.Name))
            {
                _absent.Add(known.Name);
            }
        }

        _missing.Mark(columns);
        return new(columns);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Lines() =>
    [
        .. _absent.Count == 0 ? (string[])[]
            : [$"has no {string.Join(", ", _absent)}; methods do without."],
        .. _missing.Objects == 0 ? (string[])[] :
        [
            $"{_missing.Objects} taus lack values, which stay unknown and are counted in the column "
                + $"{JetColumns.Missing}: {_missing.Counts}.",
        ],
        .. _lost.Select(lost =>
            $"{lost.Value} taus have no positive {lost.Key}; they are neither learnt from nor judged on."),
    ];

    // Momenta a thousand times too large pass every cut: nothing else would notice.
    private void RequireUnit(Table objects)
    {
        double median = _isUnitKnown ? double.NaN
            : UnitGuess.Median(objects.Floats(TauColumns.Pt).Select(value => (double)value));
        _isUnitKnown |= !double.IsNaN(median);
        if (median > GuessedObjects.Taus.Energy.LargestInGev)
        {
            throw new RefusalException(
                ExitCode.BadData,
                FormattableString.Invariant($"{name}: found a median {TauColumns.Pt} of {median:G3} GeV, which looks ")
                + "like MeV; say so with --set source.units=atlas or source.energy_unit=mev, or that it is GeV with "
                + "--set source.energy_unit=gev.");
        }
    }

    private void Count(Table objects)
    {
        foreach (string column in s_vital.Where(objects.Has))
        {
            long lost = objects.Floats(column).LongCount(value => !(value > 0 && float.IsFinite(value)));
            if (lost > 0)
            {
                _lost[column] = _lost.GetValueOrDefault(column) + lost;
            }
        }
    }

    private Column Known(Table objects, Column known) => known.Name switch
    {
        TauColumns.Crossing => Crossings((LongColumn)objects[known.Name]),
        TauColumns.TruthMode => ((FloatColumn)known) with
        {
            Values = Array.ConvertAll(objects.Floats(known.Name), mode => IsMode(mode) ? mode : -1),
        },
        _ => objects[known.Name],
    };

    // Crossings decide which part a tau belongs to, so that none may be unknown.
    private LongColumn Crossings(LongColumn crossings)
    {
        int unknown = Array.FindIndex(crossings.Values, value => !TauFeatures.IsPresent(value));
        return unknown < 0 ? crossings : throw new RefusalException(
            ExitCode.BadData,
            FormattableString.Invariant($"{name}: found {crossings.Values[unknown]} in {TauColumns.Crossing}, ")
            + "expected a number of every tau; a table without that column is split by event.");
    }

    private static bool IsMode(float mode) => mode >= 0 && mode < TauColumns.Modes.Count && mode == MathF.Floor(mode);
}
