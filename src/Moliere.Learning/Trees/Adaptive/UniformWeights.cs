namespace Moliere.Learning.Trees.Adaptive;

/// <summary>
/// Raises the weights of rows of class 0 around which fewer rows than elsewhere lie below the running cut: with the
/// local efficiency e_i among the nearest rows in a protected variable, the target e and the weighted mean d of
/// |e_i - e|, w_i is multiplied by exp(alpha ln(1 / d) (e - e_i)).
/// </summary>
/// <source>
/// Stevens, Williams, "uBoost", arXiv:1305.7248, section 2; ln(1 / d) in the place of ln((1 - d) / d), which can turn
/// negative, as in Rogozhnikov et al., JINST 10 (2015) T03002, and its public code.
/// </source>
public sealed class UniformWeights
{
    private const double LeastDeviation = 1e-6; // perfect uniformity would make the logarithm infinite

    private readonly UniformOptions _options;
    private readonly int[] _rows; // of class 0, in rising order of the protected variable
    private readonly int[] _starts; // first place of the window of nearest rows
    private readonly int _window;

    /// <summary>Finds the neighbours.</summary>
    /// <param name="values">Protected variable of each row [N], finite.</param>
    /// <param name="targets">Class of each row [N], 0 or 1.</param>
    /// <param name="options">Strength, target, number of neighbours.</param>
    /// <exception cref="ArgumentException">Lengths disagree, a value is no number, or class 0 is empty.</exception>
    public UniformWeights(float[] values, float[] targets, UniformOptions options)
    {
        options.Check();
        if (values.Length != targets.Length)
        {
            throw new ArgumentException($"{values.Length} protected values for {targets.Length} rows.");
        }

        int odd = Array.FindIndex(values, value => !float.IsFinite(value));
        if (odd >= 0)
        {
            throw new ArgumentException($"The protected value of row {odd} is {values[odd]}; it must be finite.");
        }

        _options = options;
        _rows = [.. Enumerable.Range(0, values.Length).Where(row => targets[row] == 0).OrderBy(row => values[row])];
        if (_rows.Length == 0)
        {
            throw new ArgumentException("No row is of class 0, whose efficiency is to become uniform.");
        }

        _window = Math.Min(options.Neighbours, _rows.Length);
        _starts = Windows(Array.ConvertAll(_rows, row => values[row]), _window);
    }

    /// <summary>Multiplies the weights of a round.</summary>
    /// <param name="scores">What the trees so far say about each row [N], larger for class 1.</param>
    /// <param name="weights">Weights [N], changed in place where the class is 0; their scale has no effect.</param>
    public void Correct(ReadOnlySpan<double> scores, Span<double> weights)
    {
        double[] local = LocalEfficiencies(scores);
        double sum = 0, deviation = 0;
        for (int i = 0; i < local.Length; i++)
        {
            sum += weights[_rows[i]];
            deviation += weights[_rows[i]] * Math.Abs(local[i] - _options.TargetEfficiency);
        }

        double rate = _options.Strength * Math.Log(1 / Math.Max(LeastDeviation, deviation / sum));
        for (int i = 0; i < local.Length; i++)
        {
            weights[_rows[i]] *= Math.Exp(rate * (_options.TargetEfficiency - local[i]));
        }
    }

    /// <summary>Share, below the cut, of the nearest rows of each row of class 0, in order of the variable.</summary>
    internal double[] LocalEfficiencies(ReadOnlySpan<double> scores)
    {
        var own = new double[_rows.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = scores[_rows[i]];
        }

        double[] sorted = [.. own.Order()];
        int rank = (int)Math.Ceiling(_options.TargetEfficiency * own.Length) - 1;
        double cut = sorted[Math.Clamp(rank, 0, own.Length - 1)];
        var below = new int[own.Length + 1];
        for (int i = 0; i < own.Length; i++)
        {
            below[i + 1] = below[i] + (own[i] <= cut ? 1 : 0);
        }

        return [.. _starts.Select(start => (below[start + _window] - below[start]) / (double)_window)];
    }

    // The nearest rows of a sorted row are neighbours of each other: a window that moves on with it.
    private static int[] Windows(float[] sorted, int size)
    {
        var starts = new int[sorted.Length];
        int start = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            while (start + size < sorted.Length
                && (start + size <= i || sorted[i] - sorted[start] > sorted[start + size] - sorted[i]))
            {
                start++;
            }

            starts[i] = start;
        }

        return starts;
    }
}
