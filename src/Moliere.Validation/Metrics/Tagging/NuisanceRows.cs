namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Rows of two classes on two sides of a nuisance, on which classifiers are judged: the rows themselves and bootstrap
/// replicas of them, the same for every classifier, so that differences keep what is common.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.2; physics notes, section 0.</source>
public sealed class NuisanceRows
{
    private readonly bool[] _isSignal;
    private readonly bool[] _isAbove;
    private readonly BootstrapCounts _replicas;

    /// <summary>Draws the replicas.</summary>
    /// <param name="isSignal">Class of each row [N].</param>
    /// <param name="isAbove">Whether its nuisance is on the second side [N]; the first has rows of both classes, the
    /// second of background.</param>
    /// <param name="groups">What is drawn together, such as the crossing of each row [N].</param>
    /// <param name="options">Seed, replicas and threads.</param>
    public NuisanceRows(bool[] isSignal, bool[] isAbove, long[] groups, MetricsOptions options) =>
        (_isSignal, _isAbove, _replicas) = (
            isSignal, isAbove,
            BootstrapCounts.Draw(Array.ConvertAll(groups, group => (ulong)group), groups.Length, options));

    /// <summary>Judges a classifier.</summary>
    /// <param name="logits">Logit of the probability of signal of each row [N].</param>
    /// <param name="threshold">Rows of this logit or more pass the cut that the significance is of.</param>
    /// <exception cref="ArgumentException">A logit is not finite.</exception>
    public NuisanceFigures Measure(float[] logits, double threshold)
    {
        int wrong = Array.FindIndex(logits, logit => !float.IsFinite(logit));
        if (wrong >= 0)
        {
            throw new ArgumentException($"Logit {wrong} is {logits[wrong]}; logits must be finite.", nameof(logits));
        }

        var scores = (float[])logits.Clone();
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort(scores, order);
        return new([.. Enumerable.Range(-1, _replicas.Replicas + 1).Select(
            replica => Measure(scores, order, threshold, replica))]);
    }

    private NuisanceFigure Measure(float[] sorted, int[] order, double threshold, int replica)
    {
        ReadOnlySpan<byte> counts = replica < 0 ? default : _replicas.Of(replica);
        double loss = 0, pairs = 0, apart = 0;
        Sums all = default, below = default, failing = default;
        foreach (int row in order)
        {
            all.Add(_isSignal[row], _isAbove[row], Weight(counts, row));
        }

        for (int rank = 0, next; rank < order.Length; rank = next)
        {
            Sums tied = default;
            for (next = rank; next < order.Length && sorted[next] == sorted[rank]; next++)
            {
                int row = order[next];
                double weight = Weight(counts, row);
                tied.Add(_isSignal[row], _isAbove[row], weight);
                loss += weight * Loss(sorted[next], _isSignal[row]);
            }

            pairs += tied.Signal * (below.Background + (0.5 * tied.Background));
            below.Add(tied);
            failing = sorted[rank] < threshold ? below : failing;
            apart = Math.Max(apart, Math.Abs((below.First / all.First) - (below.Second / all.Second)));
        }

        return new(
            loss / (all.Signal + all.Background), pairs / (all.Signal * all.Background), apart,
            AmsScan.OfShares(
                1 - (failing.SignalFirst / all.SignalFirst), 1 - (failing.First / all.First),
                1 - (failing.Second / all.Second)));
    }

    private double Weight(ReadOnlySpan<byte> counts, int row) => counts.IsEmpty ? 1 : counts[_replicas.Groups[row]];

    // ln(1 + exp z) - t z without overflow.
    private static double Loss(double logit, bool isSignal) =>
        Math.Max(logit, 0) - (isSignal ? logit : 0) + Math.Log(1 + Math.Exp(-Math.Abs(logit)));

    private record struct Sums(double SignalFirst, double SignalSecond, double First, double Second)
    {
        public readonly double Signal => SignalFirst + SignalSecond;

        public readonly double Background => First + Second;

        public void Add(bool isSignal, bool isAbove, double weight)
        {
            switch (isSignal, isAbove)
            {
                case (true, false): SignalFirst += weight; break;
                case (true, true): SignalSecond += weight; break;
                case (false, false): First += weight; break;
                default: Second += weight; break;
            }
        }

        public void Add(in Sums other) => (SignalFirst, SignalSecond, First, Second) = (
            SignalFirst + other.SignalFirst, SignalSecond + other.SignalSecond, First + other.First,
            Second + other.Second);
    }
}
