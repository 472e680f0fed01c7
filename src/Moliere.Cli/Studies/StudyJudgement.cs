using Moliere.Cli.Progress;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>All methods of a study applied to the same objects, and what that says about them.</summary>
internal sealed record StudyJudgement
{
    /// <summary>The objects judged on, with the predictions of every method.</summary>
    public required ValidationSample Sample { get; init; }

    /// <summary>Axes of the figures.</summary>
    public required IReadOnlyList<BinAxis> Axes { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits held against the figures.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Names of the methods, in the order of legends.</summary>
    public IReadOnlyList<string> Methods => [.. Sample.Methods.Select(method => method.Name)];

    /// <summary>Whether a method predicts its own spread.</summary>
    public bool HasUncertainty => Sample.Methods.Any(method => method.Predictions.HasUncertainty);

    /// <summary>What each method says of some objects, in the order of the methods.</summary>
    /// <param name="request">Cancellation, asked before each method.</param>
    /// <param name="objects">A table of the study.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="stage">Advances by one per method.</param>
    public static IReadOnlyList<MethodSample> Apply(
        StudyRequest request, Table objects, IReadOnlyList<DerivedMethod> methods, RunStage stage)
    {
        var predictions = new List<MethodSample>();
        foreach (DerivedMethod method in methods)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            predictions.Add(new(method.Calibration.Name, method.Calibration.Apply(objects)));
            stage.Advance();
        }

        return predictions;
    }
}
