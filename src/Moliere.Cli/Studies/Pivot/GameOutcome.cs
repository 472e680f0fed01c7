using Moliere.Cli.Progress;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Pivot;

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
