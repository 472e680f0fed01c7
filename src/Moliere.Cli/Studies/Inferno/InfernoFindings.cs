using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Tagging.Inference;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>All summaries measured on events that none of them has seen.</summary>
internal sealed record InfernoFindings
{
    private const double StandardErrors = 1.96; // errors of figures are half of a 95 % interval

    /// <summary>Name of the exact likelihood in figures.</summary>
    public const string Likelihood = "likelihood";

    /// <summary>Name of the optimal classifier in figures.</summary>
    public const string Optimal = "optimal-classifier";

    /// <summary>Name of the optimal classifier measured on events, as networks are.</summary>
    public const string OptimalMeasured = "optimal-classifier-measured";

    /// <summary>Names of the methods, in the order of legends.</summary>
    public static IReadOnlyList<string> Methods { get; } =
        [Optimal, TrainedSummaries.Classifier, TrainedSummaries.Inferno, Likelihood];

    /// <summary>Why nothing is compared with the published rows, as a sentence; none where it is.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>Benchmarks of the run, in its order.</summary>
    public required IReadOnlyList<InferenceBenchmark> Benchmarks { get; init; }

    /// <summary>The first summary of each benchmark.</summary>
    public required IReadOnlyList<TrainedSummary> Inferno { get; init; }

    /// <summary>Its templates, in the same order.</summary>
    public required IReadOnlyList<CountTemplates> InfernoTemplates { get; init; }

    /// <summary>The first classifier.</summary>
    public required TrainedSummary Classifier { get; init; }

    /// <summary>Its templates.</summary>
    public required CountTemplates ClassifierTemplates { get; init; }

    /// <summary>Templates of the optimal classifier, by integrals.</summary>
    public required CountTemplates OptimalTemplates { get; init; }

    /// <summary>All trainings.</summary>
    public required IReadOnlyList<TrainedSummary> Trained { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Trains what is not trained yet, and measures.</summary>
    public static InfernoFindings Of(StudyRequest request, InfernoRecipe recipe)
    {
        var trainer = new TrainedSummaries(request, recipe);
        InferenceBenchmark[] benchmarks = [.. recipe.Benchmarks.Select(InferenceBenchmark.Of)];
        IReadOnlyList<TrainedSummary> classifiers = trainer.Classifiers();
        IReadOnlyList<TrainedSummary>[] summaries = [.. benchmarks.Select(trainer.Of)];
        using RunStage stage = request.Progress.Stage(
            "measurement", 1 + (recipe.Starts * (1 + benchmarks.Length)), "summaries");
        MeasuredTemplates[] ofOptimal = Measure([new OptimalSummary(recipe.Summary.Bins)]);
        MeasuredTemplates[] ofClassifiers = Measure([.. classifiers.Select(trained => trained.Summary)]);
        MeasuredTemplates[][] ofSummaries =
            [.. summaries.Select(group => Measure([.. group.Select(trained => trained.Summary)]))];
        CountTemplates optimal = ExactReferences.OptimalClassifier(recipe.Summary.Bins);
        FigureEntry[] figures =
        [
            .. benchmarks.SelectMany((benchmark, i) => Entries(
                benchmark, recipe, optimal, ofOptimal, ofClassifiers, ofSummaries[i])),
        ];
        return new()
        {
            Obstacles = PublishedRows.Obstacles(recipe.Summary.Bins),
            Benchmarks = benchmarks,
            Inferno = [.. summaries.Select(group => group[0])],
            InfernoTemplates = [.. ofSummaries.Select(group => group[0].All)],
            Classifier = classifiers[0],
            ClassifierTemplates = ofClassifiers[0].All,
            OptimalTemplates = optimal,
            Trained = [.. classifiers, .. summaries.SelectMany(group => group)],
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };

        MeasuredTemplates[] Measure(ISummary[] starts) =>
            [.. starts.Select((summary, start) => Measured(request, recipe, summary, start, stage))];
    }

    /// <summary>The figure of a method in a benchmark.</summary>
    public FigureEntry Figure(string metric, string method, InferenceBenchmark benchmark)
    {
        double number = NumberOf(benchmark);
        return Figures.InBin(metric, method, InferenceMetric.Benchmark, number, number)!;
    }

    /// <summary>Place of a benchmark in the paper's table.</summary>
    public static int NumberOf(InferenceBenchmark benchmark) =>
        InferenceBenchmark.All.ToList().FindIndex(known => known.Name == benchmark.Name);

    private static MeasuredTemplates Measured(
        StudyRequest request, InfernoRecipe recipe, ISummary summary, int start, RunStage stage)
    {
        request.Cancellation.ThrowIfCancellationRequested();
        ulong seed = SummaryTraining.TestSeed(recipe.Seed + (ulong)start);
        var measured = MeasuredTemplates.Measure(summary, recipe.Sample.Test, seed, request.Threads);
        stage.Advance();
        return measured;
    }

    private static IEnumerable<FigureEntry> Entries(
        InferenceBenchmark benchmark, InfernoRecipe recipe, CountTemplates optimal, MeasuredTemplates[] optimals,
        MeasuredTemplates[] classifiers, MeasuredTemplates[] own)
    {
        int number = NumberOf(benchmark);
        (double Value, double Error) classifier = Mean(classifiers, benchmark), inferno = Mean(own, benchmark);
        return
        [
            Entry(InferenceMetric.Uncertainty, Optimal, (optimal.Uncertainty(benchmark), null)),
            Entry(InferenceMetric.Uncertainty, OptimalMeasured, Mean(optimals, benchmark)),
            Entry(InferenceMetric.Uncertainty, TrainedSummaries.Classifier, classifier),
            Entry(InferenceMetric.Uncertainty, TrainedSummaries.Inferno, inferno),
            Entry(InferenceMetric.Uncertainty, Likelihood, (ExactReferences.Likelihood(benchmark), null)),
            .. recipe.Summary.Bins != PublishedRows.Bins ? Array.Empty<FigureEntry>() :
            [
                Ratio(TrainedSummaries.Classifier, classifier, PublishedRows.CrossEntropy[number]),
                Ratio(TrainedSummaries.Inferno, inferno, PublishedRows.Inferno[number]),
            ],
        ];

        FigureEntry Ratio(string method, (double Value, double Error) found, double published) => Entry(
            InferenceMetric.PublishedRatio, method, (found.Value / published, found.Error / published));

        FigureEntry Entry(string metric, string method, (double Value, double? Error) found) => new()
        {
            Metric = metric,
            Method = method,
            Variable = InferenceMetric.Benchmark,
            Low = number,
            High = number,
            Value = double.IsFinite(found.Value) ? found.Value : null,
            Error = found.Error is { } error && double.IsFinite(error) ? StandardErrors * error : null,
            Entries = found.Error is null ? 0 : recipe.Sample.Test,
        };
    }

    // The spread over starts contains that of the samples; a lone start has that of its sample alone.
    private static (double Value, double Error) Mean(MeasuredTemplates[] starts, InferenceBenchmark benchmark)
    {
        (double Value, double Error)[] found = [.. starts.Select(start => start.Uncertainty(benchmark))];
        double mean = found.Average(one => one.Value);
        double squares = found.Sum(one => (one.Value - mean) * (one.Value - mean));
        return (mean, found.Length == 1 ? found[0].Error : Math.Sqrt(squares / (found.Length - 1)));
    }
}
