using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>
/// Makes a jet table of what a foreign one has: columns that follow from others are computed, single missing values of
/// global variables are marked or refused, and variables that the table does not have at all stay away, so that
/// methods which need them do without or are left out.
/// </summary>
/// <param name="section">What happens to missing values.</param>
/// <param name="name">What messages call the table.</param>
internal sealed class JetCompletion(JetSourceSection section, string name) : ITableCompletion
{
    // Without pt or eta a jet is none: the selection counts it and leaves it out.
    private static readonly string[] s_looked =
    [
        .. JetColumns.Globals.Except([JetColumns.Pt, JetColumns.DetectorEta]), JetColumns.Density, JetColumns.Area,
    ];

    private readonly MissingValues _missing = new(section.Missing, name, s_looked, section.UnitsOfTable());
    private readonly HashSet<string> _absent = [];

    /// <inheritdoc/>
    public Table Complete(Table objects)
    {
        Table jets = objects; // whole events, at least event, weight, pt and eta
        var derived = new DerivedColumns(jets);
        var columns = new List<Column>();
        foreach (Column known in JetSampler.NoJets.Columns)
        {
            Column? column = known switch
            {
                JaggedColumn<float> => null,
                LongColumn => new LongColumn(known.Name, "", known.Description, derived.Whole(known.Name)),
                _ when derived.Of(known.Name) is { } values => ((FloatColumn)known) with { Values = values },
                _ => null,
            };
            if (column is not null)
            {
                columns.Add(column);
            }
            else if (!jets.Has(known.Name))
            {
                _absent.Add(known.Name);
            }
        }

        _missing.Mark(columns);
        return new([.. columns, .. ConstituentLists.Of(jets)]);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Lines() =>
    [
        .. _absent.Count == 0 ? (string[])[]
            : [$"has no {string.Join(", ", _absent.Order(StringComparer.Ordinal))}; methods do without."],
        .. _missing.Objects == 0 ? (string[])[] :
        [
            $"{_missing.Objects} jets lack values, which stay unknown (networks impute them with a flag or refuse the "
                + "jet, the standard chain leaves it uncalibrated) and are counted in the column "
                + $"{JetColumns.Missing}: {_missing.Counts}.",
        ],
    ];
}
