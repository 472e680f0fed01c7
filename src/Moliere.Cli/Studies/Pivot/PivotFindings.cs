using Moliere.Cli.Recipes.Pivot;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>Toy and table as they were played and measured.</summary>
internal sealed record PivotFindings
{
    private const double StandardErrors = 1.96; // errors of figures are half of a 95 % interval
    private const double Rounding = 1e-12; // replicas without a cut differ by no more

    /// <summary>The toy, lambda by lambda; empty where it was left out.</summary>
    public required IReadOnlyList<PlayedToy> Toy { get; init; }

    /// <summary>The rows of the table; null where it was left out.</summary>
    public required PivotTable? Table { get; init; }

    /// <summary>Its games.</summary>
    public required IReadOnlyList<PlayedTable> Games { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Names of the games over the table, in order.</summary>
    public IReadOnlyList<string> GameNames => [.. Games.Select(game => game.Name).Distinct()];

    /// <summary>Plays and measures what is not there yet.</summary>
    public static PivotFindings Of(StudyRequest request, PivotRecipe recipe)
    {
        IReadOnlyList<PlayedToy> toy = ToyStage.Play(request, recipe);
        PivotTable? table = Read(request, recipe);
        IReadOnlyList<PlayedTable> games = table is null ? [] : new TableGames(request, recipe, table).Play();
        FigureEntry[] figures =
        [
            .. toy.SelectMany(played => OfToy(played, recipe.Toy.TestRows)),
            .. games.GroupBy(game => game.Name).SelectMany(group => OfTable([.. group], table!.Test.RowCount)),
        ];
        return new()
        {
            Toy = toy,
            Table = table,
            Games = games,
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    private static PivotTable? Read(StudyRequest request, PivotRecipe recipe) => recipe.Source switch
    {
        { Input: { } input } => PivotTable.Read(request, recipe, input, recipe.Source.Group),
        { Events: > 0 } => PivotTable.Read(
            request, recipe, PivotJets.Make(request, recipe), recipe.Source.Group ?? PivotTable.Crossing),
        _ => null,
    };

    private static IEnumerable<FigureEntry> OfToy(PlayedToy toy, int rows) =>
    [
        Entry(PivotMetric.CrossEntropy, toy.Name, toy.Outcome.Measures.CrossEntropy, null, rows),
        Entry(PivotMetric.Area, toy.Name, toy.Outcome.Measures.Area, null, rows),
        Entry(PivotMetric.Distance, toy.Name, toy.Outcome.Measures.Distance, null, rows),
        Entry(PivotMetric.AdversaryLoss, toy.Name, toy.Outcome.Course.Kept!.AdversaryLoss, null, rows),
        Entry(PivotMetric.FreshInformation, toy.Name, toy.Fresh.Information, toy.Fresh.LossError, rows / 2),
    ];

    private static IEnumerable<FigureEntry> OfTable(PlayedTable[] starts, int rows)
    {
        string name = starts[0].Name;
        return
        [
            Over(PivotMetric.CrossEntropy, figure => figure.CrossEntropy),
            Over(PivotMetric.Area, figure => figure.Area),
            Over(PivotMetric.Distance, figure => figure.Distance),
            Mean(PivotMetric.AdversaryLoss, start => start.AdversaryLoss.Mean, start => start.AdversaryLoss.Error),
            Mean(PivotMetric.FreshInformation, start => start.Fresh.Information, start => start.Fresh.LossError),
            Over(PivotMetric.Significance, figure => figure.Significance),
        ];

        FigureEntry Over(string metric, Func<NuisanceFigure, double> value) =>
            Combined(metric, StartMean.Of([.. starts.Select(start => start.Reached.Select(value))]));

        FigureEntry Mean(string metric, Func<PlayedTable, double> value, Func<PlayedTable, double> error) =>
            Combined(metric, StartMean.Of([.. starts.Select(value)], starts.Average(error)));

        FigureEntry Combined(string metric, StartMean mean) => Entry(metric, name, mean.Value, mean.Error, rows);
    }

    private static FigureEntry Entry(string metric, string method, double value, double? error, int rows) => new()
    {
        Metric = metric,
        Method = method,
        Value = double.IsFinite(value) ? value : null,
        Error = error is { } known && known > Rounding * Math.Abs(value) ? StandardErrors * known : null,
        Entries = rows,
    };
}
