using Moliere.Learning.Losses;
using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>Judges the players as they are used, on the validation rows.</summary>
internal sealed class GameJudge(Game game, GameMoves moves)
{
    private readonly SeenRows _seen = new(game.OutputView, game.Main.OutputCount, game.Control.ContextWidth);

    /// <summary>Losses of both players and what the monitors say.</summary>
    public GameEpoch Judge(double lambda, int epoch)
    {
        double main = MainLoss();
        float[] outputs = game.Monitors.Count > 0
            ? OutputViews.Apply(game.OutputView, moves.Main.Pass.Outputs, game.Main.OutputCount)
            : [];
        double adversary = AdversaryLoss();
        var judged = new GameEpoch(lambda, epoch, main, adversary);
        return double.IsFinite(main) && double.IsFinite(adversary) ? Heard(judged, outputs) : judged;
    }

    /// <summary>Loss of main alone.</summary>
    public double MainLoss() => moves.Main.Loss(All(game.Validation), PassMode.Judge);

    /// <summary>Loss of the adversary alone.</summary>
    public double AdversaryLoss()
    {
        RowBatch control = All(game.ControlValidation);
        _seen.Fill(control, moves.Main.Forward(control, PassMode.Judge));
        return moves.Adversary.Loss(_seen.Part(0, control.Count), PassMode.Judge);
    }

    private GameEpoch Heard(GameEpoch epoch, float[] outputs)
    {
        var view = new GameView(game.Validation, outputs, game.ControlValidation, _seen.Outputs());
        Verdict[] verdicts = [.. game.Monitors.Select(monitor => monitor.Judge(view))];
        double excess = verdicts.Zip(game.Monitors, (verdict, monitor) => Excess(verdict.Score, monitor.Limit)).Sum();
        return epoch with { Verdicts = verdicts, Excess = excess };
    }

    private static double Excess(double score, double limit) =>
        score <= limit ? 0 : (score - limit) / (limit > 0 ? limit : 1);

    private static RowBatch All(TrainingRows rows) =>
        new(rows, null, 0, rows.RowCount, 1 / (rows.MeanWeight * rows.RowCount));
}
