using System.Text.Json;
using Moliere.Learning.Files;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>Plays games.</summary>
/// <source>
/// Louppe, Kagan, Cranmer, arXiv:1611.01046, algorithm 1; Ganin et al., arXiv:1505.07818, section 5.2.2 for reversal.
/// </source>
public static class GameTrainer
{
    private const string Magic = "MOLGAME1";
    private const string Remedy = "delete it to play from the start";

    /// <summary>
    /// Plays until the epochs are done, patience ends, the token is cancelled, or a loss runs away; then the networks
    /// get the parameters of the epoch that is kept, or those they came with where none is. With a checkpoint path the
    /// state is written after each epoch and before the first move, and an existing file is resumed from: the result
    /// has the same bits as an uninterrupted game.
    /// </summary>
    /// <param name="game">Players, rows and monitors.</param>
    /// <param name="options">Rules.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current update of main.</param>
    /// <exception cref="ArgumentException">
    /// What <see cref="Game.Check"/> refuses, or a ramp that does not rise.
    /// </exception>
    /// <exception cref="NotSupportedException">A player is a Bayesian network or an ensemble.</exception>
    /// <exception cref="Formats.Bytes.InvalidFileException">The checkpoint is broken or of another game.</exception>
    public static GameResult Play(
        Game game,
        GameOptions options,
        string? checkpointPath = null,
        IProgress<GameReport>? progress = null,
        CancellationToken cancellation = default)
    {
        game.Check();
        CheckRamp(options);
        using var run = new GameRun(game, options);
        byte[] fingerprint = checkpointPath is null ? [] : Fingerprinted(game, options);
        if (checkpointPath is not null && File.Exists(checkpointPath))
        {
            Read(checkpointPath, fingerprint, run.State);
        }

        TrainingStatus status = run.Go(Save, progress, cancellation);
        return new()
        {
            Status = status,
            Start = run.State.Start,
            Kept = run.State.Kept,
            History = [.. run.State.History],
            Outcome = GameMessage.Of(status, run.State, path: null),
            Message = GameMessage.Of(status, run.State, checkpointPath),
        };

        void Save()
        {
            if (checkpointPath is not null)
            {
                SealedFile.Write(checkpointPath, Magic, writer =>
                {
                    writer.Write(fingerprint);
                    run.State.Write(writer);
                });
            }
        }
    }

    private static void Read(string path, byte[] fingerprint, GameState state) =>
        SealedFile.Read(path, Magic, "checkpoint", Remedy, reader =>
        {
            if (!reader.ReadBytes(fingerprint.Length).AsSpan().SequenceEqual(fingerprint))
            {
                const string found = "one made with other rules, data, players or seed than this game";
                throw SealedFile.Broken(path, "checkpoint", found, Remedy);
            }

            state.Read(reader);
            return true;
        });

    private static byte[] Fingerprinted(Game game, GameOptions options)
    {
        string monitors = string.Join(';', game.Monitors.Select(monitor => monitor.Identity));
        string losses = $"{JsonSerializer.Serialize(game.MainLoss)} {JsonSerializer.Serialize(game.AdversaryLoss)}";
        return Fingerprint.Of(
            $"{JsonSerializer.Serialize(options with { Threads = 1 })} {losses} {game.OutputView} {monitors}",
            [game.Main, game.Adversary],
            [game.Train, game.Validation, game.Control, game.ControlValidation]);
    }

    private static void CheckRamp(GameOptions options)
    {
        double[] lambdas = [.. options.Ramp, options.Lambda];
        for (int i = 1; i < lambdas.Length; i++)
        {
            if (!(lambdas[i - 1] >= 0 && lambdas[i] > lambdas[i - 1]))
            {
                throw new ArgumentException(
                    $"The ramp {string.Join(", ", lambdas)} does not rise; each lambda must exceed the one before.",
                    nameof(options));
            }
        }
    }
}
