using Moliere.Cli.Progress;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies;

/// <summary>What is said about a training that diverged.</summary>
internal static class Divergence
{
    /// <summary>Says which network is kept; nothing where the training went well.</summary>
    /// <param name="progress">Where to say it.</param>
    /// <param name="name">The method.</param>
    /// <param name="result">Its training.</param>
    /// <exception cref="RefusalException">There is no good epoch to keep.</exception>
    public static void Say(RunProgress progress, string name, TrainingResult result)
    {
        if (result.Status != TrainingStatus.Diverged)
        {
            return;
        }

        if (result.BestEpoch == 0)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"The training of {name} diverged in its first epoch; use a smaller one with "
                + "--set training.learning_rate=..., or limit gradients with --set training.clip_norm=1.");
        }

        progress.Say($"{name} diverged; the network of epoch {result.BestEpoch} is kept. A smaller "
            + "training.learning_rate helps.");
    }
}
