using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Learning.Tabular;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Regress;

/// <summary>A method fitted to one split.</summary>
/// <param name="Regression">Ready to predict.</param>
/// <param name="Course">How the training went; null for methods without one.</param>
internal sealed record FittedSplit(IRegression Regression, TrainingCourse? Course);

/// <summary>
/// How a training went, in what is kept with the model: enough for tables and figures after a resume.
/// </summary>
internal sealed record TrainingCourse
{
    /// <summary>Rows learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>Epoch whose parameters were kept.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Its validation loss, in units of the standardised target.</summary>
    public required double BestLoss { get; init; }

    /// <summary>Whether the training ended because a loss was not finite.</summary>
    public required bool Diverged { get; init; }

    /// <summary>Training loss of each epoch.</summary>
    public required double[] Training { get; init; }

    /// <summary>Validation loss of each epoch.</summary>
    public required double[] Validation { get; init; }

    /// <summary>What a result says.</summary>
    public static TrainingCourse Of(TrainingResult result) => new()
    {
        Rows = result.Rows,
        BestEpoch = result.BestEpoch,
        BestLoss = result.BestValidationLoss,
        Diverged = result.Status == TrainingStatus.Diverged,
        Training = [.. result.History.Select(epoch => epoch.TrainingLoss)],
        Validation = [.. result.History.Select(epoch => epoch.ValidationLoss)],
    };

    /// <summary>As the note of a model file.</summary>
    public JsonNode ToNote() => JsonSerializer.SerializeToNode(this, JsonStyle.House)!;

    /// <summary>From the note of a model file; null where it is none.</summary>
    public static TrainingCourse? FromNote(JsonNode? note) => note?.Deserialize<TrainingCourse>(JsonStyle.House);
}
