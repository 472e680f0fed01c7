using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Losses;

/// <summary>
/// Keeps the M members of an ensemble apart as functions. With the predictions f_i of member i for the rows of a batch,
/// d_ij² = |f_i - f_j|², h = median over i &lt; j of d_ij² / (2 ln(M + 1)) and k_ij = exp(-d_ij² / (2 h)), the loss of
/// member i gets the term (1 / N) (sum over j of k_ij / sg(sum over j of k_ij) - 1), where h, f_j and the denominator
/// are constants. Its value is 0, its derivative by f_i is -(1 / N) sum over j of k_ij (f_i - f_j) / (h sum k_ij).
/// A prediction is the mean of the predicted distribution, not the raw outputs: those of a mixture have directions that
/// change nothing (a shift of all logits, the width of a component without share), and members would drift apart there
/// instead of where their spread is used. Rows count alike, whatever their event weight. Not thread safe except where
/// said.
/// </summary>
/// <source>
/// D'Angelo and Fortuin, arXiv:2106.11642, section 4.2 and equation 13; as a loss: Plehn et al., arXiv:2211.01421.
/// </source>
internal sealed class Repulsion(int members, int trainingRows)
{
    // Below, members are one function and the median says nothing about scale.
    private const double SmallestWidth = 1e-12;

    private readonly double[] _squares = new double[members * members];
    private readonly double[] _sorted = new double[members * (members - 1) / 2];
    private float[] _predictions = [];
    private int _rows;
    private int _stride;
    private double _width = SmallestWidth;

    /// <summary>Makes room for the predictions of a batch.</summary>
    public void Begin(int rows)
    {
        (_rows, _stride) = (rows, Padding.Stride(rows));
        if (_predictions.Length < members * _stride)
        {
            _predictions = new float[members * _stride];
        }
    }

    /// <summary>Predictions of one member, to be filled before distances are taken.</summary>
    public Span<float> Predictions(int member) => _predictions.AsSpan(member * _stride, _rows);

    /// <summary>Distances of one member to all later ones; different members may run at once.</summary>
    public void Measure(int member)
    {
        ReadOnlySpan<float> own = Predictions(member);
        for (int other = member + 1; other < members; other++)
        {
            double square = Differences.SquaredSum(own, Predictions(other));
            _squares[(member * members) + other] = square;
            _squares[(other * members) + member] = square;
        }
    }

    /// <summary>Sets the width h of the kernel from the distances of all members.</summary>
    public void SetWidth()
    {
        int pairs = 0;
        for (int member = 0; member < members; member++)
        {
            for (int other = member + 1; other < members; other++)
            {
                _sorted[pairs++] = _squares[(member * members) + other];
            }
        }

        Array.Sort(_sorted);
        double median = 0.5 * (_sorted[(pairs - 1) / 2] + _sorted[pairs / 2]);
        _width = Math.Max(median / (2 * Math.Log(members + 1)), SmallestWidth);
    }

    /// <summary>Derivative of the term by the predictions of one member; different members may run at once.</summary>
    /// <param name="member">Which.</param>
    /// <param name="force">One number per row, filled.</param>
    public void Gradient(int member, Span<float> force)
    {
        ReadOnlySpan<double> squares = _squares.AsSpan(member * members, members);
        double sum = 0;
        foreach (double square in squares)
        {
            sum += Kernel(square, _width);
        }

        force.Clear();
        for (int other = 0; other < members; other++)
        {
            double factor = -Kernel(squares[other], _width) / (sum * _width * trainingRows);
            Differences.AddScaled(force, (float)factor, Predictions(member), Predictions(other));
        }
    }

    /// <summary>
    /// The slow definition: the term of one member in double precision when its predictions move and everything that
    /// is held constant in the derivative stays.
    /// </summary>
    public static double Reference(double[][] predictions, int member, double[] moved, int trainingRows)
    {
        var pairs = new List<double>();
        for (int i = 0; i < predictions.Length; i++)
        {
            pairs.AddRange(predictions.Skip(i + 1).Select(other => Square(predictions[i], other)));
        }

        pairs.Sort();
        double median = 0.5 * (pairs[(pairs.Count - 1) / 2] + pairs[pairs.Count / 2]);
        double width = Math.Max(median / (2 * Math.Log(predictions.Length + 1)), SmallestWidth);
        double held = predictions.Sum(other => Kernel(Square(predictions[member], other), width));
        return ((predictions.Sum(other => Kernel(Square(moved, other), width)) / held) - 1) / trainingRows;
    }

    private static double Kernel(double square, double width) => Math.Exp(-square / (2 * width));

    private static double Square(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();
}
