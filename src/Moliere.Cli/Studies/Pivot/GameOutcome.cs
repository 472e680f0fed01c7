using Moliere.Cli.Progress;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>Shows the epochs of a game with both losses.</summary>
/// <param name="stage">Counts epochs, those of pre-training included.</param>
internal sealed class GameCounter(RunStage stage) : IProgress<GameReport>
{
    /// <inheritdoc/>
    public void Report(GameReport value)
    {
        if (value.Epoch is { } epoch)
        {
            stage.Note = FormattableString.Invariant(
                $"classifier {epoch.MainLoss:0.0000}, adversary {epoch.AdversaryLoss:0.0000}");
        }

        stage.Advance(value.Done - stage.Done);
    }
}

/// <summary>What is said of a game that did not end as it should.</summary>
internal static class GameOutcome
{
    /// <summary>Says which players are kept; nothing where the game went well.</summary>
    /// <param name="progress">Where to say it.</param>
    /// <param name="name">The game.</param>
    /// <param name="result">Its course.</param>
    /// <param name="rate">Key of the learning rate.</param>
    /// <exception cref="RefusalException">No healthy players were seen.</exception>
    public static void Say(RunProgress progress, string name, GameResult result, string rate)
    {
        if (result.Status == TrainingStatus.Completed)
        {
            return;
        }

        string sentence = $"{name}: {result.Message.TrimEnd('.')}; a smaller lambda, or a smaller {rate} helps.";
        if (result.Kept is null)
        {
            throw new RefusalException(ExitCode.Usage, sentence);
        }

        progress.Say(sentence);
    }
}
