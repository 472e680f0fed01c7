using System.Text.Json;
using System.Text.Json.Serialization;
using Moliere.Learning.Files;

namespace Moliere.Learning.Adversaries;

/// <summary>Everything a game needs to go on after a completed epoch, and nothing else.</summary>
internal sealed class GameState(Game game, GameMoves moves)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly float[] _keptMain = [.. game.Main.Parameters];
    private readonly float[] _keptAdversary = [.. game.Adversary.Parameters];

    /// <summary>Epochs completed, those of pre-training included.</summary>
    public int Done { get; set; }

    public GameEpoch? Start { get; private set; }

    public GameEpoch? Kept { get; private set; }

    public List<GameEpoch> History { get; } = [];

    /// <summary>Enters the players before the first move.</summary>
    public void Begin(GameEpoch start)
    {
        Start = start;
        Keep(start);
    }

    /// <summary>
    /// Enters a judged epoch: a healthy one is kept if it is the first of its lambda or the best, or where nobody says
    /// what is better.
    /// </summary>
    public void Add(GameEpoch epoch)
    {
        History.Add(epoch);
        bool isFirst = Kept is null || Kept.Epoch == 0 || Kept.Lambda != epoch.Lambda;
        if (epoch.Complaint is null && (isFirst || game.Monitors.Count == 0 || epoch.IsBetterThan(Kept!)))
        {
            Keep(epoch);
        }
    }

    /// <summary>Puts the kept players back into the networks, or those that came if none were kept.</summary>
    public void Restore()
    {
        _keptMain.CopyTo(game.Main.Parameters, 0);
        _keptAdversary.CopyTo(game.Adversary.Parameters, 0);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Done);
        writer.Write(JsonSerializer.Serialize<GameEpoch?[]>([Start, Kept, .. History], s_json));
        foreach (BatchStream stream in Streams())
        {
            writer.Write(stream.Drawn);
        }

        moves.Main.Write(writer);
        moves.Adversary.Write(writer);
        FloatBlock.Write(writer, _keptMain);
        FloatBlock.Write(writer, _keptAdversary);
    }

    public void Read(BinaryReader reader)
    {
        Done = reader.ReadInt32();
        GameEpoch?[] epochs = JsonSerializer.Deserialize<GameEpoch?[]>(reader.ReadString(), s_json)!;
        (Start, Kept) = (epochs[0], epochs[1]);
        History.Clear();
        History.AddRange(epochs[2..]!);
        foreach (BatchStream stream in Streams())
        {
            stream.Drawn = reader.ReadInt64();
        }

        moves.Main.Read(reader);
        moves.Adversary.Read(reader);
        FloatBlock.Read(reader, _keptMain);
        FloatBlock.Read(reader, _keptAdversary);
    }

    private void Keep(GameEpoch epoch)
    {
        Kept = epoch;
        game.Main.Parameters.CopyTo(_keptMain, 0);
        game.Adversary.Parameters.CopyTo(_keptAdversary, 0);
    }

    private BatchStream[] Streams() => [moves.Train, moves.Control, moves.Price];
}
