using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters.Sources;

/// <summary>
/// How the clusters of a foreign table become those of the study: which expression makes each column, in which units,
/// and whether a cluster is an entry or an element of its lists. Made before any row is read.
/// </summary>
internal sealed record ClusterPlan
{
    private static readonly string[] s_cells =
        [ClusterColumns.CellIndex, ClusterColumns.CellEnergy, ClusterColumns.CellDeposit];

    /// <summary>What messages call the table.</summary>
    public required string SourceName { get; init; }

    /// <summary>Columns of the study, in its order.</summary>
    public required IReadOnlyList<PlannedColumn> Columns { get; init; }

    /// <summary>Condition over the columns of the file; null for none.</summary>
    public required Expression? Select { get; init; }

    /// <summary>Whether clusters are elements of lists.</summary>
    public bool IsPerElement => Columns.Any(column => column.IsList);

    /// <summary>Lists of cells that are taken over as they are, with the factors to house units.</summary>
    public IReadOnlyList<(string Name, double Factor)> Cells { get; init; } = [];

    /// <summary>Columns of the file that have to be read.</summary>
    public IReadOnlyList<string> Needed =>
    [
        .. Columns.SelectMany(column => column.Formula.Columns).Concat(Select?.Columns ?? [])
            .Concat(Cells.Select(cell => cell.Name)).Distinct(),
    ];

    /// <summary>The plan of a recipe for a table.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">Columns, units and condition.</param>
    /// <exception cref="InvalidFileException">The table lacks what the study or the recipe needs.</exception>
    /// <exception cref="RefusalException">The recipe asks for lists where there are none, or the other way.</exception>
    public static ClusterPlan Of(ITableSource source, SourceSection section)
    {
        Dictionary<string, string> texts = TextsOf(source, section);
        SourceNeeds.Require(source, section, texts);
        return Of(source, section, texts);
    }

    /// <summary>A plan for some columns of the study alone, without condition.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">Columns and units.</param>
    /// <param name="columns">Columns of the study, all of which the table must have, those of cells aside.</param>
    /// <exception cref="InvalidFileException">The table lacks one of them.</exception>
    /// <exception cref="RefusalException">The recipe asks for lists where there are none, or the other way.</exception>
    public static ClusterPlan ForColumns(ITableSource source, SourceSection section, IReadOnlyList<string> columns)
    {
        Dictionary<string, string> texts = TextsOf(source, section);
        foreach (string name in texts.Keys.Except(columns).ToArray())
        {
            texts.Remove(name);
        }

        SourceSection plain = section with { Select = null };
        SourceNeeds.Require(source, plain, texts, [.. columns.Except(s_cells)]);
        return Of(source, plain, texts);
    }

    /// <summary>First cluster of each entry, one longer than the entries; only where clusters are elements.</summary>
    /// <param name="entries">The columns that the plan needs.</param>
    public int[] Offsets(Table entries) =>
        Columns.First(column => column.IsList).Formula.EvaluateLists(entries).Offsets;

    private static ClusterPlan Of(
        ITableSource source, SourceSection section, IReadOnlyDictionary<string, string> texts)
    {
        PlannedColumn[] columns = [.. SourceSection.ColumnNames.Where(texts.ContainsKey)
            .Select(name => Plan(source, name, texts[name], section.UnitsOfTable()))];
        var plan = new ClusterPlan
        {
            SourceName = source.Name,
            Columns = columns,
            Select = section.Select is null ? null : Expression.Parse(section.Select),
        };
        plan.RequireRows(section.Per, source);
        return plan.IsPerElement ? plan : plan with { Cells = CellsOf(source, section.UnitsOfTable()) };
    }

    // What the recipe says, and what the file calls as the study does.
    private static Dictionary<string, string> TextsOf(ITableSource source, SourceSection section)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in SourceSection.ColumnNames)
        {
            string text = section.Columns.TryGetValue(name, out string? given) ? given
                : source.Find(name) is null ? "" : name;
            if (text.Length > 0)
            {
                texts.Add(name, text);
            }
        }

        return texts;
    }

    private static PlannedColumn Plan(ITableSource source, string name, string text, UnitSystem units)
    {
        Column? known = ClusterSampler.NoClusters.Has(name) ? ClusterSampler.NoClusters[name] : null;
        (string unit, string description) = known is null
            ? ("GeV", "energy as calibrated in the file")
            : (known.Unit, known.Description);
        var formula = Expression.Parse(text);
        bool isList = GivesList(source, formula, $"columns.{name}");
        return new(name, unit, description, formula, units.FactorTo(unit), isList);
    }

    private static bool GivesList(ITableSource source, Expression formula, string key)
    {
        try
        {
            return formula.GivesList(column => source.Require(column).IsList);
        }
        catch (ExpressionException error)
        {
            throw new RefusalException(ExitCode.Usage, $"source.{key}: {error.Message}");
        }
    }

    private void RequireRows(ClusterRow? wanted, ITableSource source)
    {
        if (wanted == ClusterRow.Entry && Columns.FirstOrDefault(column => column.IsList) is { } list)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.per is entry, but '{list.Name}' ({list.Formula.Text}) is a list in each entry of "
                + $"{SourceName}; make one number of it with sum(...), max(...) or [0], or leave source.per at auto.");
        }

        if (wanted == ClusterRow.Element && !IsPerElement)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.per is element, but no column is a list in the entries of {SourceName}; leave it at auto.");
        }

        if (Select is not null && GivesList(source, Select, "select") && !IsPerElement)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.select: '{Select.Text}' has a list in each entry, but a cluster is an entry; make one "
                + "condition of it with any(...) or all(...).");
        }
    }

    private static (string, double)[] CellsOf(ITableSource source, UnitSystem units) =>
        Array.TrueForAll(s_cells[..2], name => source.Find(name) is { IsList: true })
            ? [.. s_cells.Where(name => source.Find(name) is not null).Select(name =>
                (name, name == ClusterColumns.CellIndex ? 1 : units.FactorTo("GeV")))]
            : [];
}
