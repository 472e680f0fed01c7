using Moliere.Calibration.Taus;
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
    // Without pt or truth a tau is none: the selection counts it and leaves it out.
    private static readonly string[] s_looked =
    [
        TauColumns.Eta, TauColumns.TrackCount, .. TauTable.Measured, .. TauColumns.ModeInputs,
        .. TauTable.Derived.Select(column => column.Name),
    ];

    private readonly MissingValues _missing = new(section.Missing, name, s_looked, section.UnitsOfTable());
    private readonly SortedSet<string> _absent = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Table Complete(Table objects)
    {
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
    ];

    private Column Known(Table objects, Column known) => known.Name switch
    {
        TauColumns.Crossing when objects[known.Name] is FloatColumn real =>
            new LongColumn(known.Name, "", known.Description, Array.ConvertAll(real.Values, Crossing)),
        TauColumns.TruthMode => ((FloatColumn)known) with
        {
            Values = Array.ConvertAll(objects.Floats(known.Name), mode => IsMode(mode) ? mode : -1),
        },
        _ => objects[known.Name],
    };

    // Crossings decide which part a tau belongs to, so that none may be unknown.
    private long Crossing(float value) => TauFeatures.IsPresent(value) ? (long)value : throw new RefusalException(
        ExitCode.BadData,
        FormattableString.Invariant($"{name}: found {value} in {TauColumns.Crossing}, expected a number of every ")
        + "tau; a table without that column is split by event.");

    private static bool IsMode(float mode) => mode >= 0 && mode < TauColumns.Modes.Count && mode == MathF.Floor(mode);
}
