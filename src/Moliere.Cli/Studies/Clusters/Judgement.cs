using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>All methods applied to the same clusters, and what that says about them.</summary>
internal sealed record Judgement
{
    /// <summary>The clusters judged on.</summary>
    public required Table Clusters { get; init; }

    /// <summary>The clusters judged on, with the predictions of every method.</summary>
    public required ValidationSample Sample { get; init; }

    /// <summary>Axes of the figures.</summary>
    public required IReadOnlyList<BinAxis> Axes { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>Those of the figures that say which samplings are among the most uncertain clusters.</summary>
    public required IReadOnlyList<FigureEntry> Enrichments { get; init; }

    /// <summary>Those of the figures that depend on the number of training clusters.</summary>
    public required IReadOnlyList<FigureEntry> Learning { get; init; }

    /// <summary>What the study must reach.</summary>
    public IReadOnlyList<ReportCheck> Windows => [.. AcceptanceWindows.Of(this), .. UncertaintyWindows.Of(this)];

    /// <summary>The recipe's limits held against the figures.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Names of the methods, in the order of legends.</summary>
    public IReadOnlyList<string> Methods => [.. Sample.Methods.Select(method => method.Name)];

    /// <summary>Applies the methods and makes the figures.</summary>
    public static Judgement Of(
        StudyRequest request, ClusterRecipe recipe, Table clusters, IReadOnlyList<DerivedMethod> methods)
    {
        using RunStage stage = request.Progress.Stage("validation", methods.Count + 1, "steps");
        var predictions = new List<MethodSample>();
        foreach (DerivedMethod method in methods)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            predictions.Add(new(method.Calibration.Name, method.Calibration.Apply(clusters)));
            stage.Advance();
        }

        ValidationSample sample = SampleOf(clusters, predictions);
        MetricsOptions options = recipe.Metrics(request.Threads);
        BinAxis[] axes =
            [.. ClusterAxes.Standard(options).Where(axis => sample.Variables.ContainsKey(axis.Variable))];
        IReadOnlyList<FigureEntry> learning = LearningCurve.Measure(
            LearningCurveStage.Read(request, recipe), clusters, options);
        IReadOnlyList<FigureEntry> enrichments = LargeUncertainty.Enrichments(clusters, sample, options);
        IReadOnlyList<FigureEntry> figures =
        [
            .. ResponseValidation.Evaluate(sample, axes, options),
            .. MethodComparison.Evaluate(sample, [.. axes.Where(axis => axis.Variable == "E_dep")], options),
            .. enrichments,
            .. learning,
        ];
        return new()
        {
            Clusters = clusters,
            Sample = sample,
            Axes = axes,
            Figures = figures,
            Enrichments = enrichments,
            Learning = learning,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    // A foreign table need not have all of them; figures against one that it lacks are left out.
    private static Dictionary<string, float[]> VariablesOf(Table clusters)
    {
        (string Variable, string Column)[] all =
        [
            ("E_dep", ClusterColumns.EnergyDeposited), ("E_EM", ClusterColumns.EnergyEm), ("mu", ClusterColumns.Mu),
            ("N_PV", ClusterColumns.VertexCount), ("lambda", ClusterColumns.Lambda),
            ("f_emc", ClusterColumns.EmFraction),
        ];
        return all.Where(entry => clusters.Has(entry.Column))
            .ToDictionary(entry => entry.Variable, entry => clusters.Floats(entry.Column));
    }

    /// <summary>The columns that figures need, from a cluster table.</summary>
    internal static ValidationSample SampleOf(Table clusters, IReadOnlyList<MethodSample> methods)
    {
        float[] signal = clusters.Floats(ClusterColumns.EnergyEm);
        float[] deposit = clusters.Floats(ClusterColumns.EnergyDeposited);
        return new()
        {
            Target = [.. signal.Zip(deposit, (e, d) => e / d)],
            Weights = clusters.Floats(ClusterColumns.Weight),
            Events = [.. clusters.Longs(ClusterColumns.Event).Select(number => (ulong)number)],
            Variables = VariablesOf(clusters),
            Methods = methods,
        };
    }
}
