using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies;

/// <summary>Shows the epochs of a training with their losses.</summary>
/// <param name="stage">Counts epochs.</param>
internal sealed class EpochCounter(RunStage stage) : IProgress<EpochReport>
{
    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        string judged = double.IsNaN(value.Record.ValidationLoss) ? ""
            : string.Create(CultureInfo.InvariantCulture, $", validation {value.Record.ValidationLoss:0.0000}");
        stage.Note = string.Create(
            CultureInfo.InvariantCulture, $"loss {value.Record.TrainingLoss:0.0000}{judged}");
        stage.Advance();
    }
}
