using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// The moves of a game. While one player learns, the other is frozen: it runs as it will be used, and nothing of it
/// changes.
/// </summary>
/// <source>
/// Alternating: Louppe, Kagan, Cranmer, arXiv:1611.01046, algorithm 1. Reversal: Ganin et al., arXiv:1505.07818,
/// equations 13 to 15.
/// </source>
internal sealed class GameMoves : IDisposable
{
    // Control rows about which main is asked at a time: a bound on memory, which changes no bit.
    private const int MostRows = 1 << 17;

    private readonly GameOptions _options;
    private readonly SeenRows _seen;

    public GameMoves(Game game, GameOptions options)
    {
        _options = options;
        Main = new Player(game.Main, game.MainLoss, options.Main, options, "main player", hasInputGradient: false);
        Adversary = new Player(
            game.Adversary, game.AdversaryLoss, options.Adversary, options, "adversary", hasInputGradient: true);
        Train = new BatchStream(game.Train, options.BatchSize, options.Seed, "rows of the main player");
        Control = new BatchStream(game.Control, options.ControlBatchSize, options.Seed, "rows of the adversary");
        Price = new BatchStream(game.Control, options.ControlBatchSize, options.Seed, "rows of the price");
        _seen = new SeenRows(game.OutputView, game.Main.OutputCount, game.Control.ContextWidth);
    }

    public Player Main { get; }

    public Player Adversary { get; }

    /// <summary>Rows of main's task.</summary>
    public BatchStream Train { get; }

    /// <summary>Control rows on which the adversary learns.</summary>
    public BatchStream Control { get; }

    /// <summary>Control rows on which main learns what the adversary knows.</summary>
    public BatchStream Price { get; }

    public void Dispose()
    {
        Main.Dispose();
        Adversary.Dispose();
    }

    /// <summary>The adversary learns from main as it is.</summary>
    /// <param name="count">Updates.</param>
    /// <param name="rate">Factor on its learning rate.</param>
    /// <returns>Mean loss over the updates; not finite if one was impossible.</returns>
    public double LearnAdversary(int count, double rate)
    {
        double sum = 0;
        int size = _options.ControlBatchSize;
        for (int left = count; left > 0;)
        {
            // Main says the same to the adversary until its own next update, so it is asked once.
            See(Control.Next(Math.Min(left, Math.Max(1, MostRows / size))), PassMode.Judge);
            for (int first = 0; first < _seen.RowCount; first += size, left--)
            {
                RowBatch batch = _seen.Part(first, Math.Min(size, _seen.RowCount - first));
                double loss = Adversary.Loss(batch, PassMode.Train);
                Adversary.Learn();
                sum += loss;
                if (!double.IsFinite(loss) || !Adversary.Update(rate))
                {
                    return double.NaN;
                }
            }
        }

        return sum / count;
    }

    /// <summary>Main learns its task, at a price for what the frozen adversary finds out.</summary>
    /// <param name="lambda">The price; 0 leaves the adversary out.</param>
    /// <param name="rate">Factor on main's learning rate.</param>
    /// <returns>Loss of main on its batch; not finite if no update was possible.</returns>
    public double LearnMain(double lambda, double rate)
    {
        double price = lambda > 0 ? Charge(lambda, PassMode.Frozen) : 0;
        double loss = Main.Loss(Train.Next(1), PassMode.Train);
        Main.Learn();
        return double.IsFinite(price) && Main.Update(rate) ? loss : double.NaN;
    }

    /// <summary>Both learn at once, from the same pass over the same control rows.</summary>
    /// <param name="lambda">The price.</param>
    /// <param name="mainRate">Factor on main's learning rate.</param>
    /// <param name="adversaryRate">Factor on that of the adversary.</param>
    /// <returns>Loss of each on its batch; not finite if no update was possible.</returns>
    public (double Main, double Adversary) LearnBoth(double lambda, double mainRate, double adversaryRate)
    {
        double adversary = Charge(lambda, PassMode.Train);
        double main = Main.Loss(Train.Next(1), PassMode.Train);
        Main.Learn();
        bool isFinite = double.IsFinite(main) && double.IsFinite(adversary);
        return isFinite && Main.Update(mainRate) && Adversary.Update(adversaryRate)
            ? (main, adversary)
            : (double.NaN, double.NaN);
    }

    /// <summary>
    /// Adds -lambda times the gradient of the adversary's loss to main's gradient, through the outputs that it sees.
    /// </summary>
    /// <returns>Loss of the adversary.</returns>
    private double Charge(double lambda, PassMode adversaryMode)
    {
        See(Price.Next(1), PassMode.Frozen);
        double loss = Adversary.Loss(_seen.Part(0, _seen.RowCount), adversaryMode);
        if (adversaryMode == PassMode.Train)
        {
            Adversary.Learn();
        }
        else
        {
            Adversary.PassOn();
        }

        _seen.Gradient(Adversary.Pass.InputGradient, -lambda, Main.Pass.BeginGradient());
        Main.Learn();
        return loss;
    }

    private void See(in RowBatch rows, PassMode mode) => _seen.Fill(rows, Main.Forward(rows, mode));
}
