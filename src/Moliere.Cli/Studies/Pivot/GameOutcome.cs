using Moliere.Cli.Progress;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>Where games leave their state, and what is said of one that did not end as it should.</summary>
internal static class GameOutcome
{
    /// <summary>Folder of the states of games, which goes when the run is complete.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>File of the state of a game inside the run folder.</summary>
    /// <param name="name">The game.</param>
    public static string CheckpointOf(string name) => $"{Checkpoints}/{name}.checkpoint";

    /// <summary>
    /// Says which players are kept, and keeps the state of a game that ran away beside the results; nothing where the
    /// game was played to its end.
    /// </summary>
    /// <param name="request">Folder and progress.</param>
    /// <param name="name">The game.</param>
    /// <param name="result">Its course.</param>
    /// <param name="rate">Key of the learning rate.</param>
    /// <exception cref="RefusalException">No healthy players were seen.</exception>
    public static void Say(StudyRequest request, string name, GameResult result, string rate)
    {
        if (result.Status is TrainingStatus.Completed or TrainingStatus.EarlyStopped)
        {
            return;
        }

        if (result.Kept is null)
        {
            throw new RefusalException(ExitCode.Usage, Sentence(result.Message));
        }

        string state = request.Folder.PathOf(CheckpointOf(name)), kept = $"kept/{name}.checkpoint";
        File.Copy(state, request.Folder.PathOf(kept), overwrite: true);
        request.Progress.Say(Sentence(result.Message.Replace(
            state, Path.Combine(request.Folder.FinalPath, kept), StringComparison.Ordinal)));

        string Sentence(string message) =>
            $"{name}: {message.TrimEnd('.')}; a smaller lambda, or a smaller {rate} helps.";
    }
}
