using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Tabular;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Regress;

/// <summary>Everything the methods say about the test parts, and what that says about them.</summary>
internal sealed record RegressJudgement
{
    /// <summary>Figures of each method on each split, methods outermost.</summary>
    public required IReadOnlyList<SplitFigures> Splits { get; init; }

    /// <summary>Their means with standard errors.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits held against the figures.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>The rows of all test parts, one split behind the other: rows of the data.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Number of splits whose test part each of <see cref="Rows"/> comes from, from 0.</summary>
    public required int[] SplitOfRow { get; init; }

    /// <summary>What each method says about <see cref="Rows"/>.</summary>
    public required IReadOnlyList<MethodSample> Methods { get; init; }

    /// <summary>Names of the methods in order.</summary>
    public IReadOnlyList<string> Names => [.. Methods.Select(method => method.Name)];

    /// <summary>Applies every method to the test part of its split.</summary>
    public static RegressJudgement Of(
        StudyRequest request, RegressRecipe recipe, RegressData data, IReadOnlyList<RowPartition> splits,
        IReadOnlyList<(RegressMethod Method, IReadOnlyList<FittedSplit> Fits)> methods)
    {
        using RunStage stage = request.Progress.Stage("judging", methods.Count * splits.Count, "test parts");
        var figures = new List<SplitFigures>();
        var samples = new List<MethodSample>();
        foreach ((RegressMethod method, IReadOnlyList<FittedSplit> fits) in methods)
        {
            var parts = new List<Predictions>();
            for (int split = 0; split < splits.Count; split++)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                int[] test = splits[split].Test;
                Predictions predictions = fits[split].Regression.Apply(data.Table.Select(test), request.Threads);
                parts.Add(predictions);
                figures.Add(new(method.NameOf(), test.Length, RegressionScores.Of(
                    Array.ConvertAll(test, row => data.Target[row]),
                    data.Weights is { } weights ? Array.ConvertAll(test, row => weights[row]) : null,
                    predictions, request.Threads)));
                stage.Advance();
            }

            samples.Add(new(method.NameOf(), Joined(parts)));
        }

        IReadOnlyList<FigureEntry> means = RepeatedFigures.Of(figures);
        return new()
        {
            Splits = figures,
            Figures = means,
            Limits = LimitChecks.Of(recipe.Limits, means),
            Rows = [.. splits.SelectMany(split => split.Test)],
            SplitOfRow = [.. splits.SelectMany((split, number) => Enumerable.Repeat(number, split.Test.Length))],
            Methods = samples,
        };
    }

    private static Predictions Joined(IReadOnlyList<Predictions> parts) => new()
    {
        Response = [.. parts.SelectMany(part => part.Response)],
        SigmaStat = parts[0].SigmaStat is null ? null : [.. parts.SelectMany(part => part.SigmaStat!)],
        SigmaSyst = parts[0].SigmaSyst is null ? null : [.. parts.SelectMany(part => part.SigmaSyst!)],
        Distribution = parts[0].Distribution is not { } first ? null : first with
        {
            Parameters = [.. parts.SelectMany(part => part.Distribution!.Parameters)],
        },
        Status = [.. parts.SelectMany(part => part.Status)],
    };
}
