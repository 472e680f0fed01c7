using Moliere.Cli.Progress;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies;

/// <summary>Where games leave their state, and what is said of one that did not end as it should.</summary>
internal static class GameOutcome
{
    /// <summary>Folder of the states of games, which goes when the run is complete.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>File of the state of a game inside the run folder.</summary>
    /// <param name="name">The game.</param>
    public static string CheckpointOf(string name) => $"{Checkpoints}/{name}.checkpoint";

    /// <summary>What a report says of a game that was not played to its end; null of others.</summary>
    /// <param name="name">The game.</param>
    /// <param name="result">Its course.</param>
    public static string? Failure(string name, GameResult result) =>
        result.Status is TrainingStatus.Completed or TrainingStatus.EarlyStopped ? null : $"{name}: {result.Outcome}";

    /// <summary>
    /// Says which players are kept, and keeps the state of a game that ran away beside the results; nothing where the
    /// game was played to its end.
    /// </summary>
    /// <param name="request">Folder and progress.</param>
    /// <param name="name">The game.</param>
    /// <param name="result">Its course.</param>
    /// <param name="advice">What to change.</param>
    /// <exception cref="RefusalException">No healthy players were seen.</exception>
    public static void Say(StudyRequest request, string name, GameResult result, string advice)
    {
        if (Failure(name, result) is not { } failure)
        {
            return;
        }

        if (result.Kept is null)
        {
            throw new RefusalException(ExitCode.Usage, $"{failure.TrimEnd('.')}; {advice}"); // nothing stays of the run
        }

        string state = request.Folder.PathOf(CheckpointOf(name)), kept = $"kept/{name}.checkpoint";
        File.Copy(state, request.Folder.PathOf(kept), overwrite: true);
        string message = result.Message.Replace(
            state, Path.Combine(request.Folder.FinalPath, kept), StringComparison.Ordinal);
        request.Progress.Say($"{name}: {message.TrimEnd('.')}; {advice}");
    }
}
