namespace Moliere.Numerics.Statistics;

/// <summary>Sums over the distances of one sample to itself, from its order alone.</summary>
internal sealed class DistanceSums
{
    private readonly double[] _shares;
    private readonly int[] _starts; // position of the first row of each rank, and their end
    private readonly double[] _weightsBefore; // of the rows before a position
    private double[] _moments = [];
    private double[]? _momentsOf;

    public DistanceSums(ReadOnlySpan<double> values, double[] shares)
    {
        _shares = shares;
        Values = Centred(values, shares);
        Order = new int[values.Length];
        for (int i = 0; i < Order.Length; i++)
        {
            Order[i] = i;
        }

        Array.Sort((double[])Values.Clone(), Order);
        Ranks = new int[Order.Length];
        _starts = Rank();
        _weightsBefore = Before(i => shares[i]);
        Means = new double[Order.Length];
        double second = 0, squares = 0;
        double[] moments = Before(i => shares[i] * Values[i]);
        for (int i = 0; i < Means.Length; i++)
        {
            (double lower, double higher) = WeightsBeside(i);
            (double lowerMoment, double higherMoment) = Beside(moments, i);
            Means[i] = (Values[i] * (lower - higher)) - lowerMoment + higherMoment;
            Mean += shares[i] * Means[i];
            squares += shares[i] * Means[i] * Means[i];
            second += shares[i] * Values[i] * Values[i];
        }

        Variance = (2 * second) - (2 * squares) + (Mean * Mean);
    }

    /// <summary>The values minus their mean [N]: distances stay, rounding shrinks.</summary>
    public double[] Values { get; }

    /// <summary>Rows in rising order [N].</summary>
    public int[] Order { get; }

    /// <summary>How many different values lie below that of each row [N].</summary>
    public int[] Ranks { get; }

    /// <summary>How many different values there are.</summary>
    public int RankCount => _starts.Length - 1;

    /// <summary>Mean distance of each row to all [N].</summary>
    public double[] Means { get; }

    /// <summary>Mean of all distances.</summary>
    public double Mean { get; }

    /// <summary>Squared distance variance; 0 for a constant sample.</summary>
    public double Variance { get; }

    /// <summary>Shares of the rows with a lower and with a higher value than a row.</summary>
    /// <param name="row">In [0, N).</param>
    public (double Lower, double Higher) WeightsBeside(int row) => Beside(_weightsBefore, row);

    /// <summary>Share times a quantity, summed over the rows with a lower and with a higher value.</summary>
    /// <param name="row">In [0, N).</param>
    /// <param name="quantity">[N].</param>
    public (double Lower, double Higher) MomentsBeside(int row, double[] quantity)
    {
        if (_momentsOf != quantity)
        {
            (_moments, _momentsOf) = (Before(i => _shares[i] * quantity[i]), quantity);
        }

        return Beside(_moments, row);
    }

    /// <summary>Sum over j of share times quantity times sign(value i - value j), for each i [N].</summary>
    /// <param name="quantity">[N].</param>
    public double[] SignedSums(double[] quantity)
    {
        double[] before = Before(i => _shares[i] * quantity[i]);
        var sums = new double[quantity.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            (double lower, double higher) = Beside(before, i);
            sums[i] = lower - higher;
        }

        return sums;
    }

    private static double[] Centred(ReadOnlySpan<double> values, double[] shares)
    {
        double mean = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            mean += shares[i] * values[i];
        }

        double[] centred = values.ToArray();
        foreach (ref double value in centred.AsSpan())
        {
            value -= mean;
        }

        return centred;
    }

    private int[] Rank()
    {
        var starts = new List<int>();
        for (int position = 0; position < Order.Length; position++)
        {
            if (position == 0 || Values[Order[position]] > Values[Order[position - 1]])
            {
                starts.Add(position);
            }

            Ranks[Order[position]] = starts.Count - 1;
        }

        return [.. starts, Order.Length];
    }

    private double[] Before(Func<int, double> term)
    {
        var sums = new double[Order.Length + 1];
        for (int position = 0; position < Order.Length; position++)
        {
            sums[position + 1] = sums[position] + term(Order[position]);
        }

        return sums;
    }

    private (double Lower, double Higher) Beside(double[] before, int row)
    {
        int rank = Ranks[row];
        return (before[_starts[rank]], before[^1] - before[_starts[rank + 1]]);
    }
}
