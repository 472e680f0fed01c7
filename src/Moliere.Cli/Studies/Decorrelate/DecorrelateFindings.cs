using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Studies.Boosted;
using Moliere.Data.Objects;
using Moliere.Tagging.Decorrelation;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>All discriminants measured on the same test jets.</summary>
internal sealed record DecorrelateFindings
{
    private const double AtHalf = 0.5; // signal efficiency of cuts and sculpting
    private const double Normal95 = 1.96;

    /// <summary>The discriminants with all settings and starts.</summary>
    public required IReadOnlyList<TrainedDiscriminant> Trained { get; init; }

    /// <summary>Test jets with the first start of each setting.</summary>
    public required TaggingSample Sample { get; init; }

    /// <summary>The mass that no cut may sculpt.</summary>
    public required ProtectedShape Shape { get; init; }

    /// <summary>Figures: means over starts where there are several.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Range around the boson.</summary>
    public required BinAxis Window { get; init; }

    /// <summary>Derives what is not there yet, and measures.</summary>
    public static DecorrelateFindings Of(StudyRequest request, DecorrelateRecipe recipe, DecorrelateSample sample)
    {
        var discriminants = new TrainedDiscriminants(request, recipe, sample);
        IReadOnlyList<TrainedDiscriminant> trained = discriminants.All();
        var shape = ProtectedShape.Equal(
            sample.Test.Mass, recipe.Validation.MassBins, recipe.Mass.Min, recipe.Mass.Max);
        BinAxis window = BinAxis.Ranges(BoostedJetColumns.Mass, (recipe.Mass.WindowMin, recipe.Mass.WindowMax));
        int starts = trained.Max(one => one.Start);
        ILookup<int, FigureEntry> fresh = Fresh(request, discriminants, trained, sample.Test);
        using RunStage stage = request.Progress.Stage("measurement", starts, "starts");
        var measured = new List<IReadOnlyList<FigureEntry>>();
        TaggingSample? first = null;
        for (int start = 1; start <= starts; start++)
        {
            TrainedDiscriminant[] own = [.. trained.Where(one => one.Start == start)];
            TaggingSample judged = Judged(own, sample, request.Threads);
            first ??= judged;
            measured.Add(
            [
                .. TaggingValidation.Evaluate(judged, [window], shape, recipe.Metrics(request.Threads)),
                .. fresh[start],
            ]);
            stage.Advance();
        }

        FigureEntry[] figures = [.. measured[0].Select(entry => Mean(entry, measured))];
        return new()
        {
            Trained = trained,
            Sample = first!,
            Shape = shape,
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
            Window = window,
        };
    }

    /// <summary>A figure of the whole sample; NaN where there is none.</summary>
    /// <param name="metric">One of <see cref="TaggingMetric"/>.</param>
    /// <param name="method">Name of the method.</param>
    public double Value(string metric, string method) => Figures.Whole(metric, method)?.Value ?? double.NaN;

    /// <summary>A figure of the range around the boson.</summary>
    /// <param name="metric">One of <see cref="TaggingMetric"/>.</param>
    /// <param name="method">Name of the method.</param>
    public FigureEntry? InWindow(string metric, string method) => Figures.InBin(
        metric, method, Window.Variable, Window.Bins[0].Low, Window.Bins[0].High);

    private static TaggingSample Judged(TrainedDiscriminant[] trained, DecorrelateSample sample, int threads)
    {
        BoostedSample test = sample.Test, validation = sample.Validation;
        return new()
        {
            Events = Array.ConvertAll(BoostedTableInput.Groups(test.Jets), number => (ulong)number),
            IsSignal = test.IsSignal,
            Weights = test.Weights,
            Variables = new Dictionary<string, float[]> { [BoostedJetColumns.Mass] = test.Mass },
            Methods =
            [
                .. trained.Select(one => new TaggedScores(
                    one.Method, one.Discriminant.Score(test.Jets, threads),
                    RocCurve.Of(one.Discriminant.Score(validation.Jets, threads), validation.IsSignal,
                        validation.Weights).Cut(AtHalf))
                {
                    IsProbability = one.Discriminant.IsProbability,
                }),
            ],
        };
    }

    // By start. Half of the test background judges.
    private static ILookup<int, FigureEntry> Fresh(
        StudyRequest request, TrainedDiscriminants discriminants, IReadOnlyList<TrainedDiscriminant> trained,
        BoostedSample test)
    {
        TrainedDiscriminant[] networks = [.. trained.Where(one => one.Discriminant is NetworkDiscriminant)];
        using RunStage stage = request.Progress.Stage("fresh adversaries", networks.Length, "networks");
        var entries = new List<(int Start, FigureEntry Entry)>();
        foreach (TrainedDiscriminant network in networks)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            if (discriminants.Fresh(network) is { } verdict)
            {
                entries.Add((network.Start, new()
                {
                    Metric = TaggingMetric.FreshInformation,
                    Method = network.Method,
                    Value = verdict.Information,
                    Error = Normal95 * verdict.LossError,
                    Entries = test.Background.Length / 2,
                }));
            }

            stage.Advance();
        }

        return entries.ToLookup(pair => pair.Start, pair => pair.Entry);
    }

    /// <summary>
    /// A figure over the starts of its method, with the error of the common test jets and of the starts; none where
    /// one of them has none, as the others alone would be another figure.
    /// </summary>
    /// <param name="entry">The figure of the first start.</param>
    /// <param name="measured">The figures of each start.</param>
    internal static FigureEntry Mean(FigureEntry entry, IReadOnlyList<IReadOnlyList<FigureEntry>> measured)
    {
        int starts = measured.Count(start => start.Any(other => other.Method == entry.Method));
        FigureEntry[] same = [.. measured.SelectMany(start => start).Where(other => other.Metric == entry.Metric
            && other.Method == entry.Method && other.Variable == entry.Variable && other.Low == entry.Low)];
        double[] values = [.. same.Select(one => one.Value).OfType<double>()];
        if (values.Length < starts)
        {
            return entry with { Value = null, Error = null };
        }

        double? rows = same.Average(one => one.Error) / Normal95;
        var mean = StartMean.Of(values, rows ?? 0);
        return starts < 2 ? entry : entry with
        {
            Value = mean.Value,
            Error = rows is null ? null : Normal95 * mean.Error,
        };
    }
}
