using Moliere.Cli.Recipes.Jets;
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
internal sealed class JetCompletion(JetSourceSection section, string name)
{
    private readonly MissingValues _missing = new(section.Missing, name);
    private readonly HashSet<string> _absent = [];

    /// <summary>The jets of whole events with the columns of the house.</summary>
    /// <param name="jets">At least event, weight, pt and eta.</param>
    /// <exception cref="RefusalException">A value is missing that the recipe refuses.</exception>
    public Table Complete(Table jets)
    {
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

    /// <summary>What the table lacks and what was done about it.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. _absent.Count == 0 ? (string[])[]
            : [$"has no {string.Join(", ", _absent.Order(StringComparer.Ordinal))}; methods do without."],
        .. _missing.Lines(),
    ];
}
