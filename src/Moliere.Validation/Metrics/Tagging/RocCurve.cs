namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Efficiency of signal against that of background as a cut on a score moves from its highest value down; a larger
/// score is more like signal. Equal scores pass together; between two scores the curve is a straight line, as if a
/// part of the tied rows were drawn by lot.
/// </summary>
/// <source>Fawcett, Pattern Recognition Letters 27 (2006) 861, algorithms 1 and 2.</source>
public sealed class RocCurve
{
    // Cumulative weights above each score, [points + 1], from (0, 0) on.
    private readonly double[] _signal;
    private readonly double[] _background;
    private readonly float[] _cuts; // score that point i + 1 takes in

    private RocCurve(double[] signal, double[] background, float[] cuts) =>
        (_signal, _background, _cuts) = (signal, background, cuts);

    /// <summary>Area under the curve: the probability that signal scores higher than background, ties half.</summary>
    public double Area
    {
        get
        {
            double area = 0;
            for (int i = 1; i < _signal.Length; i++)
            {
                area += 0.5 * (_signal[i] + _signal[i - 1]) * (_background[i] - _background[i - 1]);
            }

            return area;
        }
    }

    /// <summary>The curve of weighted rows.</summary>
    /// <param name="scores">[N], no NaN.</param>
    /// <param name="isSignal">Class of each row [N]; both must have a positive sum of weights.</param>
    /// <param name="weights">[N]; empty for all 1. Negative ones subtract.</param>
    /// <exception cref="ArgumentException">
    /// Lengths disagree, a score is no number, or a class has no weight.
    /// </exception>
    public static RocCurve Of(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isSignal, ReadOnlySpan<float> weights)
    {
        if (scores.Length != isSignal.Length || (!weights.IsEmpty && weights.Length != scores.Length))
        {
            throw new ArgumentException(
                $"{scores.Length} scores, {isSignal.Length} classes and {weights.Length} weights do not pair up.");
        }

        var rows = new ScoreOrder(scores);
        float[] own = weights.ToArray();
        bool[] classes = isSignal.ToArray();
        return rows.Curve(row => classes[row], row => own.Length == 0 ? 1 : own[row]);
    }

    /// <summary>Efficiency of background where signal has a given one.</summary>
    /// <param name="signalEfficiency">In [0, 1].</param>
    public double BackgroundEfficiency(double signalEfficiency)
    {
        (int point, double share) = Find(signalEfficiency);
        return _background[point - 1] + (share * (_background[point] - _background[point - 1]));
    }

    /// <summary>
    /// Rejection of background, 1 over its efficiency, where signal has a given one; may be infinite.
    /// </summary>
    /// <param name="signalEfficiency">In [0, 1].</param>
    public double Rejection(double signalEfficiency) => 1 / BackgroundEfficiency(signalEfficiency);

    /// <summary>The score from which on a row passes for signal to have at least a given efficiency.</summary>
    /// <param name="signalEfficiency">In [0, 1].</param>
    public float Cut(double signalEfficiency) => _cuts[Find(signalEfficiency).Point - 1];

    internal static RocCurve OfSums(double[] signal, double[] background, float[] cuts)
    {
        Normalise(signal, "signal");
        Normalise(background, "background");
        return new(signal, background, cuts);
    }

    private static void Normalise(double[] sums, string what)
    {
        double total = sums[^1];
        if (!(total > 0))
        {
            throw new ArgumentException($"The rows of {what} have the weight {total}; a curve needs both classes.");
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= total;
        }
    }

    // First point that reaches the efficiency, and where between it and the one before the efficiency lies.
    private (int Point, double Share) Find(double signalEfficiency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(signalEfficiency);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(signalEfficiency, 1);
        int low = 1, high = _signal.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _signal[middle] >= signalEfficiency ? (low, middle) : (middle + 1, high);
        }

        double step = _signal[low] - _signal[low - 1];
        return (low, step > 0 ? Math.Clamp((signalEfficiency - _signal[low - 1]) / step, 0, 1) : 0);
    }
}
