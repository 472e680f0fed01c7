using Moliere.Cli.Recipes;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Sources;

/// <summary>
/// How the objects of a foreign table, clusters or jets, become those of the study: which expression makes each column,
/// in which units, and whether an object is an entry or an element of its lists. Made before any row is read.
/// </summary>
internal sealed record ObjectPlan
{
    /// <summary>What messages call the table.</summary>
    public required string SourceName { get; init; }

    /// <summary>Columns of the study, in its order.</summary>
    public required IReadOnlyList<PlannedColumn> Columns { get; init; }

    /// <summary>Condition over the columns of the file; null for none.</summary>
    public required Expression? Select { get; init; }

    /// <summary>Whether objects are elements of lists.</summary>
    public bool IsPerElement => Columns.Any(column => column.IsList);

    /// <summary>Lists that each object has of its own; none where objects are elements of lists.</summary>
    public IReadOnlyList<PlannedColumn> Lists { get; init; } = [];

    /// <summary>Which names of the file were taken for columns of the study without being told; for the log.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Columns of the file that have to be read.</summary>
    public IReadOnlyList<string> Needed =>
    [
        .. Columns.SelectMany(column => column.Formula.Columns).Concat(Select?.Columns ?? [])
            .Concat(Lists.SelectMany(list => list.Formula.Columns)).Distinct(),
    ];

    /// <summary>The plan of a recipe for a table.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">Columns, units and condition.</param>
    /// <param name="needed">Columns of the study that must be there; null for those that the section asks for.</param>
    /// <exception cref="InvalidFileException">The table lacks what the study or the recipe needs.</exception>
    /// <exception cref="RefusalException">The recipe asks for lists where there are none, or the other way.</exception>
    public static ObjectPlan Of(
        ITableSource source, TableSourceSection section,
        Func<ICollection<string>, IReadOnlyList<string>>? needed = null)
    {
        Dictionary<string, string> texts = TextsOf(source, section);
        if (needed is null)
        {
            SourceNeeds.Require(source, section, texts);
        }
        else
        {
            string[] required = [.. needed(texts.Keys)];
            SourceNeeds.Require(source, section, texts, required);
            if (required.Intersect(section.StudyColumns.Lists).Any())
            {
                RequireShapes(source, section, texts);
            }
        }

        return Of(source, section, texts);
    }

    /// <summary>A plan for some columns of the study alone, without condition.</summary>
    /// <param name="source">The table.</param>
    /// <param name="section">Columns and units.</param>
    /// <param name="columns">Columns of the study, all of which the table must have, its lists aside.</param>
    /// <exception cref="InvalidFileException">The table lacks one of them.</exception>
    /// <exception cref="RefusalException">The recipe asks for lists where there are none, or the other way.</exception>
    public static ObjectPlan ForColumns(ITableSource source, TableSourceSection section, IReadOnlyList<string> columns)
    {
        Dictionary<string, string> texts = TextsOf(source, section);
        foreach (string name in texts.Keys.Except(columns).Except(section.StudyColumns.Lists).ToArray())
        {
            texts.Remove(name);
        }

        TableSourceSection plain = section with { Select = null };
        SourceNeeds.Require(source, plain, texts, [.. columns.Except(section.StudyColumns.Lists)]);
        return Of(source, plain, texts);
    }

    /// <summary>First object of each entry, one longer than the entries; only where objects are elements.</summary>
    /// <param name="entries">The columns that the plan needs.</param>
    public int[] Offsets(Table entries) =>
        Columns.First(column => column.IsList).Formula.EvaluateLists(entries).Offsets;

    private static ObjectPlan Of(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts)
    {
        SourceColumns study = section.StudyColumns;
        PlannedColumn[] columns = [.. study.Names.Except(study.Lists).Where(texts.ContainsKey)
            .Select(name => Plan(source, name, texts[name], section))];
        var plan = new ObjectPlan
        {
            SourceName = source.Name,
            Columns = columns,
            Select = section.Select is null ? null : Expression.Parse(section.Select),
            Lines = GuessedLines(source, section, texts),
        };
        plan.RequireRows(section.Per, source, study.Objects);
        return plan.IsPerElement ? plan : plan with { Lists = ListsOf(source, section, texts) };
    }

    // What the recipe says, what the file calls as the study does, and what experiments are known to call it.
    private static Dictionary<string, string> TextsOf(ITableSource source, TableSourceSection section)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, string> guesses = section.StudyColumns.GuessesFor(source);
        foreach (string name in section.StudyColumns.Names.Union(section.StudyColumns.Lists))
        {
            string text = section.Columns.TryGetValue(name, out string? given) ? given
                : source.Find(name) is not null ? name : guesses.GetValueOrDefault(name, "");
            if (text.Length > 0)
            {
                texts.Add(name, text);
            }
        }

        return texts;
    }

    private static string[] GuessedLines(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts)
    {
        string[] guessed = [.. texts.Where(pair => !section.Columns.ContainsKey(pair.Key)
            && source.Find(pair.Key) is null).Select(pair => $"{pair.Key} is {pair.Value}")];
        return guessed.Length == 0 ? [] : [$"taken by their known names: {string.Join(", ", guessed)}."];
    }

    // Objects that must have lists of their own are entries: of all else they have one number.
    private static void RequireShapes(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts)
    {
        const string number = "one number in each entry", list = "a list of numbers in each entry";
        foreach ((string name, string text) in texts)
        {
            bool wantsList = section.StudyColumns.Lists.Contains(name);
            if (GivesList(source, Expression.Parse(text), $"columns.{name}") != wantsList)
            {
                throw new InvalidFileException(
                    new(source.Name) { Inside = $"source.columns.{name} '{text}'" }, wantsList ? number : list,
                    wantsList ? list : number, wantsList ? "" : "make one of it with sum(...), max(...) or [0]");
            }
        }
    }

    private static PlannedColumn Plan(ITableSource source, string name, string text, TableSourceSection section)
    {
        Column known = section.StudyColumns.About(name);
        var formula = Expression.Parse(text);
        bool isList = GivesList(source, formula, $"columns.{name}");
        return new(
            name, known.Unit, known.Description, formula, section.UnitsOfTable().FactorTo(known.Unit), isList,
            known is LongColumn or JaggedColumn<int>);
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

    private void RequireRows(TableRow? wanted, ITableSource source, string objects)
    {
        if (wanted == TableRow.Entry && Columns.FirstOrDefault(column => column.IsList) is { } list)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.per is entry, but '{list.Name}' ({list.Formula.Text}) is a list in each entry of "
                + $"{SourceName}; make one number of it with sum(...), max(...) or [0], or leave source.per at auto.");
        }

        if (wanted == TableRow.Element && !IsPerElement)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.per is element, but no column is a list in the entries of {SourceName}; leave it at auto.");
        }

        if (Select is not null && GivesList(source, Select, "select") && !IsPerElement)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"source.select: '{Select.Text}' has a list in each entry, but {objects} are entries; make one "
                + "condition of it with any(...) or all(...).");
        }
    }

    private static PlannedColumn[] ListsOf(
        ITableSource source, TableSourceSection section, IReadOnlyDictionary<string, string> texts)
    {
        SourceColumns study = section.StudyColumns;
        PlannedColumn[] lists = [.. study.Lists.Where(texts.ContainsKey)
            .Select(name => Plan(source, name, texts[name], section)).Where(list => list.IsList)];
        string[] needed = [.. study.Lists.Take(study.NeededLists)];
        return needed.All(name => Array.Exists(lists, list => list.Name == name)) ? lists : [];
    }
}
