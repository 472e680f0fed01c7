using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>Says how a game went.</summary>
internal static class GameMessage
{
    public static string Of(TrainingStatus status, GameState state, string? path)
    {
        string end = status switch
        {
            TrainingStatus.Completed => $"All epochs were played{Unhealthy(state)}",
            TrainingStatus.EarlyStopped => $"The last epochs improved nothing{Unhealthy(state)}",
            TrainingStatus.Interrupted => "The game was interrupted",
            TrainingStatus.Diverged => $"The game ran away {After(state)}: a loss was not finite or left all bounds",
            _ => $"No epoch was healthy{Complaint(state)}",
        };
        return $"{end}; {Kept(state, File.Exists(path) ? path : null)}.";
    }

    private static string After(GameState state) => state switch
    {
        { Start: null } => "before its first move",
        { History: [] } => "in its first epoch",
        { History: [.., var last] } => FormattableString.Invariant($"after epoch {last.Epoch} at lambda {last.Lambda}"),
    };

    private static string Complaint(GameState state) =>
        state.History.Count == 0 ? "" : $" ({state.History[^1].Complaint})";

    private static string Unhealthy(GameState state)
    {
        GameEpoch[] unhealthy = [.. state.History.Where(epoch => epoch.Complaint is not null)];
        return unhealthy.Length == 0
            ? ""
            : FormattableString.Invariant($", {unhealthy.Length} of them unhealthy ({unhealthy[^1].Complaint})");
    }

    private static string Kept(GameState state, string? path) => state.Kept switch
    {
        null => $"the players are as they came{Alone(state.Done, path)}",
        { Epoch: 0 } => $"the players before the first move are kept{In(path)}",
        { } kept => FormattableString.Invariant(
            $"the players of epoch {kept.Epoch} at lambda {kept.Lambda} are kept{In(path)}"),
    };

    private static string In(string? path) => path is null ? "" : $" and lie in {path}";

    private static string Alone(int passes, string? path) => path is null || passes == 0
        ? ""
        : FormattableString.Invariant($", and those after pass {passes} of pre-training lie in {path}");
}
