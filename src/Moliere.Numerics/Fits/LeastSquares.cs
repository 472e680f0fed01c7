namespace Moliere.Numerics.Fits;

/// <summary>
/// Linear least squares by normal equations: add rows one by one, then solve. Memory depends on the number of
/// parameters only. A small ridge keeps parameters without data at 0.
/// </summary>
/// <source>
/// Golub, Van Loan, Matrix Computations, 4th edition (2013), algorithm 4.2.1 (Cholesky) and section 5.3.2.
/// </source>
public sealed class LeastSquares
{
    private const double Ridge = 1e-10; // of the largest diagonal element: far below any statistical error

    private readonly double[,] _matrix; // its lower triangle
    private readonly double[] _right;

    /// <summary>An empty system.</summary>
    /// <param name="parameters">Number of parameters, at least 1.</param>
    public LeastSquares(int parameters)
    {
        _matrix = new double[parameters, parameters];
        _right = new double[parameters];
    }

    /// <summary>Adds one measurement.</summary>
    /// <param name="basis">Derivative of the model by each parameter.</param>
    /// <param name="value">Measured value.</param>
    /// <param name="weight">One over its variance, or an event weight; 0 leaves it out.</param>
    public void Add(ReadOnlySpan<double> basis, double value, double weight = 1)
    {
        for (int i = 0; i < _right.Length; i++)
        {
            double scaled = weight * basis[i];
            _right[i] += scaled * value;
            for (int j = 0; scaled != 0 && j <= i; j++)
            {
                _matrix[i, j] += scaled * basis[j];
            }
        }
    }

    /// <summary>Pulls one parameter towards 0 as a measurement of 0 with this weight would.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="weight">One over the variance of the pull.</param>
    public void Shrink(int parameter, double weight) => _matrix[parameter, parameter] += weight;

    /// <summary>The parameters with the least sum of squares; all 0 without measurements.</summary>
    public double[] Solve()
    {
        var raised = (double[,])_matrix.Clone();
        double largest = Enumerable.Range(0, _right.Length).Max(i => _matrix[i, i]);
        for (int i = 0; i < _right.Length; i++)
        {
            raised[i, i] += largest > 0 ? Ridge * largest : 1;
        }

        // Negative weights may leave no minimum; then, as without measurements, nothing is known.
        return NormalMatrix.Solve(raised, _right, damping: 0) ?? new double[_right.Length];
    }
}
