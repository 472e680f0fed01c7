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
    /// <param name="isTrees">Whether trees were grown, in rounds, and not a network trained, in epochs.</param>
    /// <exception cref="RefusalException">There is no good epoch to keep.</exception>
    public static void Say(RunProgress progress, string name, TrainingResult result, bool isTrees = false)
    {
        if (result.Status != TrainingStatus.Diverged)
        {
            return;
        }

        string unit = isTrees ? "round" : "epoch", section = isTrees ? "brt" : "training";
        if (result.BestEpoch == 0)
        {
            string other = isTrees ? "" : ", or limit gradients with --set training.clip_norm=1";
            throw new RefusalException(
                ExitCode.Usage,
                $"The training of {name} diverged in its first {unit}; use a smaller step with "
                + $"--set {section}.learning_rate=...{other}.");
        }

        progress.Say($"{name} diverged; the {(isTrees ? "trees up to" : "network of")} {unit} {result.BestEpoch} "
            + $"{(isTrees ? "are" : "is")} kept. A smaller {section}.learning_rate helps.");
    }
}
