using System.Globalization;
using Moliere.Cli.Recipes;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies;

/// <summary>What all recipes of objects say.</summary>
/// <param name="Source">Where the objects come from.</param>
/// <param name="Label">Text on every figure.</param>
/// <param name="Seed">Seed of every random number.</param>
/// <param name="MeanMu">Mean number of collisions of simulated events.</param>
internal sealed record ObjectRecipe(TableSourceSection Source, string Label, ulong Seed, double MeanMu);

/// <summary>
/// A study that calibrates the objects of a table, jets or taus: table, methods, judgement, report. Each stage leaves
/// its result in the run folder and is skipped where an interrupted run has left it.
/// </summary>
/// <typeparam name="TRecipe">Its recipe.</typeparam>
internal abstract class ObjectStudy<TRecipe> : IStudy
    where TRecipe : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Name of the table inside a run folder and how foreign ones are read.</summary>
    /// <param name="verb">What is done with them.</param>
    /// <param name="recipe">Its methods may decide what a table must have.</param>
    protected abstract ObjectTables TablesOf(StudyVerb verb, TRecipe recipe);

    /// <summary>What all recipes of objects say.</summary>
    /// <param name="recipe">The recipe.</param>
    protected abstract ObjectRecipe About(TRecipe recipe);

    /// <summary>Refuses what simulated objects cannot meet, before anything is simulated.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <exception cref="RefusalException">The selection is none.</exception>
    protected abstract void CheckEarly(TRecipe recipe);

    /// <summary>Makes the table where it is not there yet.</summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="recipe">What decides the rows.</param>
    /// <returns>Where it is.</returns>
    protected abstract string Make(StudyRequest request, TRecipe recipe);

    /// <summary>Selects and deals the objects of a table.</summary>
    /// <param name="source">The table.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <param name="advice">What to do where there are too few, without a full stop.</param>
    /// <param name="threads">Threads that read.</param>
    protected abstract SelectedSample Read(ITableSource source, TRecipe recipe, string advice, int threads);

    /// <summary>Derives the methods of the recipe.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">Which methods.</param>
    /// <param name="sample">The objects.</param>
    protected abstract IReadOnlyList<DerivedMethod> Derive(
        StudyRequest request, TRecipe recipe, SelectedSample sample);

    /// <summary>Reads the methods that an earlier run left.</summary>
    /// <param name="request">Names the folder.</param>
    /// <param name="recipe">Which methods.</param>
    /// <param name="columns">The columns of the table.</param>
    protected abstract IReadOnlyList<DerivedMethod> ReadMethods(
        StudyRequest request, TRecipe recipe, Table columns);

    /// <summary>Judges the methods on the test part and writes the report.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">Figures and limits.</param>
    /// <param name="sample">The objects.</param>
    /// <param name="methods">The methods.</param>
    protected abstract StudyResult Judge(
        StudyRequest request, TRecipe recipe, SelectedSample sample, IReadOnlyList<DerivedMethod> methods);

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        var recipe = (TRecipe)request.Recipe;
        return request.Verb switch
        {
            StudyVerb.Simulate => Simulate(request, recipe),
            StudyVerb.Merge => Merge(request, recipe),
            StudyVerb.Train => Train(request, recipe),
            StudyVerb.Validate => Validate(request, recipe),
            _ => Run(request, recipe),
        };
    }

    /// <summary>Lines of a report that say what was run, on what.</summary>
    /// <param name="request">Inputs and table.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="sample">The objects.</param>
    /// <param name="judged">Those judged on, with the predictions.</param>
    protected IReadOnlyList<(string Label, string Value)> Lines(
        StudyRequest request, TRecipe recipe, SelectedSample sample, ValidationSample judged)
    {
        ObjectRecipe about = About(recipe);
        int test = sample[SplitPart.Test].RowCount;
        return
        [
            ("source", request.Table ?? about.Source.Input ?? $"embedded generator: {about.Source.Process}"),
            .. sample.Survey.Lines(),
            ($"{Name} selected", CountText.Of(sample.RowCount)),
            ($"{Name} in the test part", CountText.Of(test)),
            .. judged.Rows < test ? [("of them judged on, the first", CountText.Of(judged.Rows))] : NoLines,
            .. judged.Methods.Select(method =>
                ($"not calibrated by {method.Name}", CountText.Of(method.Predictions.NotCalibratedCount))),
            ("selection", sample.Condition),
            .. IsTable(request, recipe) ? NoLines
                : [("mean number of collisions", about.MeanMu.ToString("0.#", CultureInfo.InvariantCulture))],
            ("seed", about.Seed.ToString(CultureInfo.InvariantCulture)),
            ("version", ProgramVersion.Text),
            .. request.Inputs.Select(input => ($"input {input.Path}", $"sha256 {input.Sha256}")),
        ];
    }

    private static (string Label, string Value)[] NoLines => [];

    // Of a table that was made elsewhere the recipe does not know the pile-up.
    private bool IsTable(StudyRequest request, TRecipe recipe) => request.Table is not null
        || (About(recipe).Source.Input is { } input && TablesOf(request.Verb, recipe).IsTable(input));

    private StudyResult Run(StudyRequest request, TRecipe recipe)
    {
        CheckEarly(recipe);
        SelectedSample sample = Read(new TableFileSource(Make(request, recipe)), request, recipe);
        return Judge(request, recipe, sample, Derive(request, recipe, sample));
    }

    private StudyResult Simulate(StudyRequest request, TRecipe recipe)
    {
        string table = Make(request, recipe);
        WriteFormats(request, recipe);
        return new([Describe(table)], []);
    }

    private StudyResult Merge(StudyRequest request, TRecipe recipe)
    {
        string file = TablesOf(request.Verb, recipe).File;
        new TableProduction(request, file).Merge();
        WriteFormats(request, recipe);
        return new([Describe(request.Folder.PathOf(file))], []);
    }

    private void WriteFormats(StudyRequest request, TRecipe recipe)
    {
        ObjectRecipe about = About(recipe);
        IReadOnlyList<TableFormat> formats = about.Source.Formats;
        new TableProduction(request, TablesOf(request.Verb, recipe).File).WriteFormats(
            formats.Contains(TableFormat.Csv), formats.Contains(TableFormat.Root), about.Label);
    }

    private string Describe(string table)
    {
        using var source = new TableFileSource(table);
        return $"{source.RowCount} {Name}";
    }

    private StudyResult Train(StudyRequest request, TRecipe recipe)
    {
        SelectedSample sample = Read(Opened(request, recipe), request, recipe);
        return new([.. Derive(request, recipe, sample).Select(method => method.Describe(Name))], []);
    }

    private StudyResult Validate(StudyRequest request, TRecipe recipe)
    {
        SelectedSample sample = Read(Opened(request, recipe), request, recipe);
        return Judge(request, recipe, sample, ReadMethods(request, recipe, sample.Columns));
    }

    private ITableSource Opened(StudyRequest request, TRecipe recipe) =>
        TablesOf(request.Verb, recipe).Open(request, About(recipe).Source, request.Table!);

    private SelectedSample Read(ITableSource source, StudyRequest request, TRecipe recipe)
    {
        using (source)
        {
            string advice = MoreObjects.For(request, About(recipe).Source, TablesOf(request.Verb, recipe));
            return Read(source, recipe, advice, request.Threads);
        }
    }
}
