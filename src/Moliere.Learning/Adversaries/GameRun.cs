using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>One game: the loop over pre-training, lambdas and epochs around a state that can be written down.</summary>
internal sealed class GameRun : IDisposable
{
    private readonly GameOptions _options;
    private readonly GameMoves _moves;
    private readonly GameJudge _judge;
    private readonly double[] _lambdas;
    private readonly int _steps;
    private readonly int _total;
    private readonly (double Main, double Adversary) _bounds;

    public GameRun(Game game, GameOptions options)
    {
        (_options, _moves) = (options, new GameMoves(game, options));
        (_judge, State) = (new GameJudge(game, _moves), new GameState(game, _moves));
        _lambdas = [.. options.Ramp, options.Lambda];
        _steps = options.StepsPerEpoch > 0 ? options.StepsPerEpoch : _moves.Train.PerPass;
        _total = Alone + (_lambdas.Length * options.Epochs);
        _bounds = (Bound(_judge.MainLoss()), Bound(_judge.AdversaryLoss()));
    }

    public GameState State { get; }

    private int Alone => _options.PretrainMain + _options.PretrainAdversary;

    public void Dispose() => _moves.Dispose();

    /// <summary>Plays the epochs that are left.</summary>
    public TrainingStatus Go(Action save, IProgress<GameReport>? progress, CancellationToken cancellation)
    {
        TrainingStatus? end = null;
        while (State.Done < _total && end is null)
        {
            int judged = State.History.Count;
            end = State.Done < Alone ? PassAlone(cancellation) : Epoch(save, cancellation);
            if (end is null)
            {
                State.Done += 1 + (State.History.Count > judged ? Waived(State.History[^1]) : 0);
                save();
                progress?.Report(new(State.Done, _total, State.History.Count > judged ? State.History[^1] : null));
            }
        }

        State.Restore();
        bool isWhole = State.History is [.., var last] && last.Epoch == _options.Epochs;
        return end ?? (State.Kept is not { Epoch: > 0 } ? TrainingStatus.Unhealthy
            : isWhole ? TrainingStatus.Completed : TrainingStatus.EarlyStopped);
    }

    // Epochs that a lambda is spared since nothing has improved for too long.
    private int Waived(GameEpoch last)
    {
        int since = last.Epoch - (State.Kept!.Lambda == last.Lambda ? State.Kept.Epoch : 0);
        return _options.Patience > 0 && since >= _options.Patience ? _options.Epochs - last.Epoch : 0;
    }

    private TrainingStatus? PassAlone(CancellationToken cancellation)
    {
        bool isMain = State.Done < _options.PretrainMain;
        int steps = isMain ? _moves.Train.PerPass : _moves.Control.PerPass;
        for (int step = 0; step < steps; step++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return TrainingStatus.Interrupted;
            }

            if (!double.IsFinite(isMain ? _moves.LearnMain(0, 1) : _moves.LearnAdversary(1, 1)))
            {
                return TrainingStatus.Diverged;
            }
        }

        bool isSane = isMain ? _judge.MainLoss() <= _bounds.Main : _judge.AdversaryLoss() <= _bounds.Adversary;
        return isSane ? null : TrainingStatus.Diverged;
    }

    private TrainingStatus? Epoch(Action save, CancellationToken cancellation)
    {
        (int stage, int epoch) = Math.DivRem(State.Done - Alone, _options.Epochs);
        if (!Begin(stage, epoch, save))
        {
            return TrainingStatus.Diverged;
        }

        double lambda = _lambdas[stage], main = 0, adversary = 0;
        for (int step = 0; step < _steps; step++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return TrainingStatus.Interrupted;
            }

            (double Main, double Adversary) losses = Step(lambda, epoch + ((double)step / _steps));
            main += losses.Main / _steps;
            adversary += losses.Adversary / _steps;
            if (!double.IsFinite(main + adversary))
            {
                return TrainingStatus.Diverged;
            }
        }

        GameEpoch judged = _judge.Judge(lambda, epoch + 1);
        judged = judged with { MainTrainingLoss = main, AdversaryTrainingLoss = adversary };
        if (HasRunAway(judged))
        {
            return TrainingStatus.Diverged;
        }

        State.Add(judged);
        return null;
    }

    // The first lambda starts from what pre-training has made, each other from what the one before has kept.
    private bool Begin(int stage, int epoch, Action save)
    {
        if (State.Start is null)
        {
            GameEpoch start = _judge.Judge(_lambdas[0], 0);
            if (!double.IsFinite(start.Value))
            {
                return false;
            }

            State.Begin(start);
            save();
        }
        else if (stage > 0 && epoch == 0)
        {
            State.Restore();
            _moves.Main.Optimizer.Restart();
            _moves.Adversary.Optimizer.Restart();
        }

        return true;
    }

    private (double Main, double Adversary) Step(double lambda, double epoch)
    {
        double mainRate = Rate(_options.Main), adversaryRate = Rate(_options.Adversary);
        if (_options.Mode == GameMode.Reversal)
        {
            // Rises from 0 to lambda: arXiv:1505.07818, section 5.2.2, equation for lambda_p with gamma = 10.
            double share = (2 / (1 + Math.Exp(-10 * epoch / _options.Epochs))) - 1;
            return _moves.LearnBoth(lambda * share, mainRate, adversaryRate);
        }

        int count = _options.AdversarySteps > 0 ? _options.AdversarySteps : _moves.Control.PerPass;
        double adversary = _moves.LearnAdversary(count, adversaryRate);
        return (double.IsFinite(adversary) ? _moves.LearnMain(lambda, mainRate) : double.NaN, adversary);

        double Rate(PlayerOptions player) => Schedules.Factor(player.Schedule, epoch, _options.Epochs);
    }

    private bool HasRunAway(GameEpoch epoch)
    {
        double most = Math.Min(_bounds.Main, Bound(State.Start!.MainLoss));
        return !double.IsFinite(epoch.Value) || !(epoch.MainLoss <= most) || double.IsNaN(epoch.Excess);
    }

    private double Bound(double loss) => (_options.Explosion * Math.Abs(loss)) + 1;
}
