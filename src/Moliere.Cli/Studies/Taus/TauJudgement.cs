using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Judges the methods of a study of taus.</summary>
internal static class TauJudgement
{
    /// <summary>Methods that the widths of later ones are held against.</summary>
    public static IReadOnlyList<string> References { get; } =
        [TauMethodStage.NameOf(TauMethod.Combined), TauMethodStage.NameOf(TauMethod.Brt)];

    /// <summary>Applies the methods and makes the figures.</summary>
    /// <param name="request">Progress, threads and cancellation.</param>
    /// <param name="recipe">Figures and limits.</param>
    /// <param name="taus">The taus, completed by the classical scales where there are such.</param>
    /// <param name="methods">The methods.</param>
    public static StudyJudgement Of(
        StudyRequest request, TauRecipe recipe, Table taus, IReadOnlyList<DerivedMethod> methods)
    {
        using RunStage stage = request.Progress.Stage("validation", methods.Count + 1, "steps");
        ValidationSample sample = SampleOf(
            taus, StudyJudgement.Apply(request, taus, methods, stage), StandardisedRatio(taus, methods));
        MetricsOptions options = recipe.Metrics(request.Threads);
        BinAxis[] axes = [.. TauAxes.Standard.Where(axis => sample.Variables.ContainsKey(axis.Variable))];
        IReadOnlyList<FigureEntry> figures =
        [
            .. ResponseValidation.Evaluate(sample, [.. axes.Where(IsCommon)], options),
            .. TauValidation.Evaluate(sample, References, options),
        ];
        return new()
        {
            Sample = sample,
            Axes = axes,
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    /// <summary>The columns that figures need, from a tau table; foreign ones need not have all of them.</summary>
    /// <param name="taus">Rows.</param>
    /// <param name="methods">What the methods say of them.</param>
    /// <param name="ratio">Sigma over mean in the space of a training target; null without a network.</param>
    internal static ValidationSample SampleOf(
        Table taus, IReadOnlyList<MethodSample> methods, float[]? ratio = null)
    {
        float[] pt = taus.Floats(TauColumns.Pt), truth = taus.Floats(TauColumns.TruthPt);
        var variables = new Dictionary<string, float[]>
        {
            [TauAxes.TruePt] = truth,
            [TauAxes.Eta] = taus.Floats(TauColumns.Eta),
        };
        (string Variable, string Column)[] more =
            [(TauAxes.Mu, TauColumns.Mu), (TauAxes.TrueMode, TauColumns.TruthMode)];
        foreach ((string variable, string column) in more.Where(entry => taus.Has(entry.Column)))
        {
            variables[variable] = taus.Floats(column);
        }

        if (TauColumns.Modes.All(taus.Has))
        {
            variables[TauAxes.FoundMode] = TauAxes.LargestOf([.. TauColumns.Modes.Select(taus.Floats)]);
        }

        if (ratio is not null)
        {
            variables[TauAxes.StandardisedRatio] = ratio;
        }

        return new()
        {
            Target = [.. pt.Zip(truth, (measured, real) => measured / real)],
            Weights = taus.Has(TauColumns.Weight) ? taus.Floats(TauColumns.Weight) : null,
            Events = [.. TauSample.Groups(taus).Select(number => (ulong)number)],
            Variables = variables,
            Methods = methods,
        };
    }

    // Medians, pulls and coverage are shown along these; the widths of taus along all.
    private static bool IsCommon(BinAxis axis) => axis.Variable is TauAxes.TruePt or TauAxes.Mu;

    private static float[]? StandardisedRatio(Table taus, IReadOnlyList<DerivedMethod> methods) =>
        methods.Select(method => method.Calibration).OfType<TauNetworkCalibration>().FirstOrDefault()
            ?.MomentsOf(taus) is { } moments
            ? [.. moments.Sigma.Zip(moments.Mu, (sigma, mu) => sigma / mu)] : null;
}
