using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Studies.Boosted;

/// <summary>
/// Makes a table of large-radius jets of what a foreign one has: jets that lack a value are left out and counted, or
/// refused; columns that the table does not have at all stay away.
/// </summary>
/// <param name="section">What happens to incomplete jets.</param>
/// <param name="name">What messages call the table.</param>
internal sealed class BoostedCompletion(BoostedSourceSection section, string name) : ITableCompletion
{
    private static readonly string[] s_looked =
    [
        BoostedJetColumns.IsSignal, BoostedJetColumns.Pt, BoostedJetColumns.Eta, BoostedJetColumns.Mass,
        BoostedJetColumns.Mu, BoostedJetColumns.Weight, .. BoostedJetColumns.Substructure,
    ];

    private readonly MissingValues _missing = new(
        section.Incomplete == IncompleteJet.Refuse ? MissingValue.Refuse : MissingValue.Impute, name, s_looked,
        section.UnitsOfTable());

    private readonly SortedSet<string> _absent = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Table Complete(Table objects)
    {
        var columns = new List<Column>();
        foreach (Column known in BoostedJetSampler.NoJets.Columns)
        {
            if (objects.Has(known.Name))
            {
                columns.Add(objects[known.Name]);
            }
            else
            {
                _absent.Add(known.Name);
            }
        }

        _missing.Mark(columns);
        float[] marks = ((FloatColumn)columns[^1]).Values;
        columns.RemoveAt(columns.Count - 1);
        int[] whole = [.. Enumerable.Range(0, marks.Length).Where(row => marks[row] == 0)];
        Table jets = new Table(columns).Select(whole);
        RequireLabels(jets);
        return jets;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Lines() =>
    [
        .. _absent.Count == 0 ? (string[])[]
            : [$"has no {string.Join(", ", _absent)}; taggers do without."],
        .. _missing.Objects == 0 ? (string[])[]
            : [$"{_missing.Objects} jets lack values and are left out: {_missing.Counts}."],
    ];

    private void RequireLabels(Table jets)
    {
        foreach (float label in jets.Floats(BoostedJetColumns.IsSignal))
        {
            if (label is not (0 or 1))
            {
                throw new RefusalException(
                    ExitCode.BadData,
                    FormattableString.Invariant($"{name}: found {BoostedJetColumns.IsSignal} = {label}, expected 0 or ")
                    + $"1; make it so with an expression such as --set source.columns.{BoostedJetColumns.IsSignal}="
                    + "'label == 24'.");
            }
        }
    }
}
