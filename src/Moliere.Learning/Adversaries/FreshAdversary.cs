using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// The honest test of a game: a new adversary is trained to convergence on the outputs of main as it is, and judged on
/// rows that it has not seen. An adversary that took part knows its opponent of many updates ago, and may be weak.
/// </summary>
/// <source>Physics notes, section 7b, cures of instability; Elazar, Goldberg, arXiv:1808.06640, section 5.</source>
public static class FreshAdversary
{
    /// <summary>
    /// Rules by which a small perceptron learns nearly all that there is in a few outputs: 40 epochs of batches of 256
    /// at most.
    /// </summary>
    /// <param name="seed">Seed of starting weights, order of rows and halves.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public static TrainerOptions Rules(ulong seed, int threads) => new()
    {
        // On the toy of arXiv:1611.01046 without adversary, seed 77, whose best score leaves 1.352 nats by integral:
        // 1.349 +- 0.002 found; 20 epochs of 1024 rows stop at 1.356, and 80 of them at 0.01 end at 1.348.
        Epochs = 40,
        BatchSize = 256,
        LearningRate = 3e-3,
        Patience = 8,
        Seed = seed,
        Threads = threads,
    };

    /// <summary>
    /// Trains on the control rows, stops on one half of the control validation rows, drawn at random, of classes half
    /// of each, and judges on the other.
    /// </summary>
    /// <param name="game">A game that was played; the adversary of the game is not asked.</param>
    /// <param name="options">
    /// How the new one learns, such as by <see cref="Rules"/>; the seed makes its starting weights too.
    /// </param>
    /// <param name="create">
    /// Makes an untrained adversary from inputs V + C and a seed; null for the shape of the game's, a perceptron.
    /// </param>
    /// <exception cref="ArgumentException">
    /// What the game refuses; no shape; fewer than 4 validation rows, or than 2 of a class.
    /// </exception>
    public static FreshVerdict Verify(Game game, TrainerOptions options, Func<int, ulong, Network>? create = null)
    {
        game.Check();
        create ??= LikeThatOf(game);
        DataSet train = Seen(game, game.Control, options.Threads);
        DataSet validation = Seen(game, game.ControlValidation, options.Threads);
        (int[] First, int[] Second) halves = Halves(validation, HasClasses(game.AdversaryLoss), options.Seed);
        DataSet stop = Pick(validation, halves.First), judge = Pick(validation, halves.Second);
        NetworkOutputs own = Trained(train, stop, judge), blind = Trained(Blind(train), Blind(stop), Blind(judge));
        (double loss, double error) = Compare(game.AdversaryLoss, judge, own, blind, out double ceiling);
        var verdict = new FreshVerdict(loss, error, ceiling);
        return game.AdversaryLoss is BinaryCrossEntropy ? WithArea(verdict, judge, own) : verdict;

        NetworkOutputs Trained(DataSet rows, DataSet stopping, DataSet judged)
        {
            Network network = create(game.Adversary.InputCount, options.Seed);
            Trainer.Fit(network, game.AdversaryLoss, rows, stopping, options);
            return new(Outputs(network, judged, options.Threads), network.OutputCount);
        }

        // Main's outputs replaced by zeros: what is left is the context.
        DataSet Blind(DataSet rows)
        {
            float[] features = [.. rows.Features];
            for (int row = 0; row < rows.RowCount; row++)
            {
                features.AsSpan(row * rows.FeatureCount, game.Main.OutputCount).Clear();
            }

            return rows with { Features = features };
        }
    }

    private readonly record struct NetworkOutputs(float[] Values, int Count)
    {
        public ReadOnlySpan<float> Of(int row) => Values.AsSpan(row * Count, Count);
    }

    private static Func<int, ulong, Network> LikeThatOf(Game game) => game.Adversary is Mlp mlp
        ? (inputs, seed) => new Mlp(inputs, mlp.Options, mlp.OutputCount, seed)
        : throw new ArgumentException("Say how a fresh adversary is made: that of the game is no perceptron.");

    private static DataSet Seen(Game game, CoupledRows control, int threads)
    {
        using BatchPass pass = game.Main.OpenPass(threads);
        var batch = new RowBatch(control, null, 0, control.RowCount, 1);
        var seen = new SeenRows(game.OutputView, game.Main.OutputCount, control.ContextWidth);
        seen.Fill(batch, pass.Forward(batch, PassMode.Judge));
        return seen.ToDataSet();
    }

    private static bool HasClasses(Loss loss) => loss is BinaryCrossEntropy or SoftmaxCrossEntropy;

    // Rows in random order, classes behind each other, go to both in turn.
    private static (int[] First, int[] Second) Halves(DataSet rows, bool hasClasses, ulong seed)
    {
        var order = new int[rows.RowCount];
        Shuffle.Fill(order, seed, epoch: 0);
        int[][] classes = [.. order.GroupBy(row => hasClasses ? rows.Target(row) : 0)
            .OrderBy(part => part.Key).Select(part => part.ToArray())];
        if (rows.RowCount < 4 || classes.Any(part => part.Length < 2))
        {
            throw new ArgumentException(
                $"A fresh adversary is judged on at least 4 control validation rows, 2 of each class; there are "
                + $"{string.Join(" and ", classes.Select(part => part.Length))}.");
        }

        int[] sorted = [.. classes.SelectMany(part => part)];
        return ([.. sorted.Where((_, i) => i % 2 == 1)], [.. sorted.Where((_, i) => i % 2 == 0)]);
    }

    private static DataSet Pick(DataSet rows, int[] order)
    {
        var features = new float[order.Length * rows.FeatureCount];
        for (int i = 0; i < order.Length; i++)
        {
            rows.Row(order[i]).CopyTo(features.AsSpan(i * rows.FeatureCount));
        }

        return new(
            features, rows.FeatureCount, [.. order.Select(rows.Target)], [.. order.Select(rows.Weight)]);
    }

    private static float[] Outputs(Network network, DataSet rows, int threads)
    {
        using BatchPass pass = network.OpenPass(threads);
        return pass.Forward(new RowBatch(rows, null, 0, rows.RowCount, 1), PassMode.Judge).ToArray();
    }

    // The error is that of the mean difference: what both find hard cancels.
    private static (double Loss, double Error) Compare(
        Loss loss, DataSet rows, NetworkOutputs own, NetworkOutputs blind, out double ceiling)
    {
        var gradient = new float[loss.OutputCount];
        double total = 0, ownSum = 0, blindSum = 0, weighted = 0, squares = 0, weightSquares = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            double weight = rows.Weight(row), value = loss.Row(own.Of(row), rows.Target(row), gradient);
            double without = loss.Row(blind.Of(row), rows.Target(row), gradient), difference = value - without;
            total += weight;
            ownSum += weight * value;
            blindSum += weight * without;
            weighted += weight * weight * difference;
            squares += weight * weight * difference * difference;
            weightSquares += weight * weight;
        }

        ceiling = blindSum / total;
        double mean = (ownSum - blindSum) / total;
        double variance = squares - (2 * mean * weighted) + (mean * mean * weightSquares);
        return (ownSum / total, Math.Sqrt(Math.Max(0, variance)) / total);
    }

    private static FreshVerdict WithArea(FreshVerdict verdict, DataSet rows, NetworkOutputs outputs)
    {
        (float[] Scores, float[] Weights) one = Of(1), two = Of(0);
        double area = RankArea.Of(one.Scores, one.Weights, two.Scores, two.Weights);
        double first = SampleSize.Effective(one.Weights);
        double second = SampleSize.Effective(two.Weights);
        return verdict with { Area = area, AreaError = AreaError(area, first, second) };

        (float[] Scores, float[] Weights) Of(float target)
        {
            int[] own = [.. Enumerable.Range(0, rows.RowCount).Where(row => rows.Target(row) == target)];
            return ([.. own.Select(row => outputs.Values[row])], [.. own.Select(rows.Weight)]);
        }
    }

    // Hanley, McNeil, Radiology 143 (1982) 29, equation 2, with exponential scores.
    private static double AreaError(double area, double first, double second)
    {
        double q1 = area / (2 - area), q2 = 2 * area * area / (1 + area), square = area * area;
        double variance = (area * (1 - area)) + ((first - 1) * (q1 - square)) + ((second - 1) * (q2 - square));
        return Math.Sqrt(variance / (first * second));
    }
}
