namespace Moliere.Validation.Metrics.Tagging;

/// <summary>Rows in falling order of their scores, sorted once for many weightings.</summary>
internal sealed class ScoreOrder
{
    private readonly int[] _rows;
    private readonly float[] _scores;

    public ScoreOrder(ReadOnlySpan<float> scores)
    {
        _scores = scores.ToArray();
        int wrong = Array.FindIndex(_scores, float.IsNaN);
        if (wrong >= 0)
        {
            throw new ArgumentException($"Score {wrong} is NaN; leave out rows that a method cannot score.");
        }

        _rows = new int[_scores.Length];
        for (int row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
        }

        Array.Sort(_scores, _rows);
        Array.Reverse(_scores);
        Array.Reverse(_rows);
    }

    /// <summary>The curve of one weighting.</summary>
    /// <param name="isSignal">Class of a row.</param>
    /// <param name="weight">Its weight.</param>
    /// <exception cref="ArgumentException">A class has no weight.</exception>
    public RocCurve Curve(Func<int, bool> isSignal, Func<int, double> weight)
    {
        List<double> signal = [0], background = [0];
        var cuts = new List<float>();
        double signalSum = 0, backgroundSum = 0;
        for (int rank = 0; rank < _rows.Length; rank++)
        {
            int row = _rows[rank];
            (signalSum, backgroundSum) = isSignal(row)
                ? (signalSum + weight(row), backgroundSum)
                : (signalSum, backgroundSum + weight(row));
            if (rank + 1 == _rows.Length || _scores[rank + 1] != _scores[rank])
            {
                signal.Add(signalSum);
                background.Add(backgroundSum);
                cuts.Add(_scores[rank]);
            }
        }

        return RocCurve.OfSums([.. signal], [.. background], [.. cuts]);
    }
}
