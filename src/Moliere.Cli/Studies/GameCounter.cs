using Moliere.Cli.Progress;
using Moliere.Learning.Adversaries;

namespace Moliere.Cli.Studies;

/// <summary>Shows the epochs of a game with the losses of both players.</summary>
/// <param name="stage">Counts epochs, those of pre-training and those that patience has spared included.</param>
internal sealed class GameCounter(RunStage stage) : IProgress<GameReport>
{
    /// <inheritdoc/>
    public void Report(GameReport value)
    {
        if (value.Epoch is { } epoch)
        {
            stage.Note = FormattableString.Invariant(
                $"loss {epoch.MainLoss:0.0000}, adversary {epoch.AdversaryLoss:0.0000}");
        }

        stage.Advance(Math.Max(0, value.Done - stage.Done));
    }
}
