using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Judges the methods of a study of jets.</summary>
internal static class JetJudgement
{
    /// <summary>Method that the resolution of the others is held against.</summary>
    public const string Reference = "gsc";

    /// <summary>Applies the methods and makes the figures.</summary>
    public static StudyJudgement Of(
        StudyRequest request, JetRecipe recipe, Table jets, IReadOnlyList<DerivedMethod> methods)
    {
        using RunStage stage = request.Progress.Stage("validation", methods.Count + 1, "steps");
        ValidationSample sample = SampleOf(jets, StudyJudgement.Apply(request, jets, methods, stage));
        MetricsOptions options = recipe.Metrics(request.Threads);
        BinAxis[] axes = [.. JetAxes.Standard.Where(axis => sample.Variables.ContainsKey(axis.Variable))];
        IReadOnlyList<FigureEntry> figures =
        [
            .. ResponseValidation.Evaluate(sample, axes, options),
            .. JetValidation.Evaluate(sample, Reference, options),
        ];
        return new()
        {
            Sample = sample,
            Axes = axes,
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    /// <summary>The columns that figures need, from a jet table; foreign ones need not have all of them.</summary>
    internal static ValidationSample SampleOf(Table jets, IReadOnlyList<MethodSample> methods)
    {
        float[] pt = jets.Floats(JetColumns.Pt), truth = jets.Floats(JetColumns.TruthPt);
        float[] eta = jets.Floats(jets.Has(JetColumns.DetectorEta) ? JetColumns.DetectorEta : JetColumns.Eta);
        var variables = new Dictionary<string, float[]>(JetAxes.Columns(truth, eta));
        (string Variable, string Column)[] more =
        [
            (JetAxes.Mu, JetColumns.Mu), (JetAxes.Vertices, JetColumns.VertexCount),
            (JetAxes.Flavour, JetColumns.Flavour),
        ];
        foreach ((string variable, string column) in more.Where(entry => jets.Has(entry.Column)))
        {
            variables[variable] = jets[column] is LongColumn whole
                ? [.. whole.Values.Select(value => (float)value)] : jets.Floats(column);
        }

        return new()
        {
            Target = [.. pt.Zip(truth, (measured, real) => measured / real)],
            Weights = jets.Has(JetColumns.Weight) ? jets.Floats(JetColumns.Weight) : null,
            Events = [.. jets.Longs(JetColumns.Event).Select(number => (ulong)number)],
            Variables = variables,
            Methods = methods,
        };
    }
}
