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

    private readonly int _count;
    private readonly double[] _matrix;
    private readonly double[] _right;

    /// <summary>An empty system.</summary>
    /// <param name="parameters">Number of parameters, at least 1.</param>
    public LeastSquares(int parameters)
    {
        _count = parameters;
        _matrix = new double[parameters * parameters];
        _right = new double[parameters];
    }

    /// <summary>Adds one measurement.</summary>
    /// <param name="basis">Derivative of the model by each parameter.</param>
    /// <param name="value">Measured value.</param>
    /// <param name="weight">One over its variance, or an event weight; 0 leaves it out.</param>
    public void Add(ReadOnlySpan<double> basis, double value, double weight = 1)
    {
        for (int i = 0; i < _count; i++)
        {
            double scaled = weight * basis[i];
            _right[i] += scaled * value;
            for (int j = 0; scaled != 0 && j <= i; j++)
            {
                _matrix[(i * _count) + j] += scaled * basis[j];
            }
        }
    }

    /// <summary>Pulls one parameter towards 0 as a measurement of 0 with this weight would.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    /// <param name="weight">One over the variance of the pull.</param>
    public void Shrink(int parameter, double weight) => _matrix[(parameter * _count) + parameter] += weight;

    /// <summary>The parameters with the least sum of squares; all 0 without measurements.</summary>
    public double[] Solve()
    {
        double[] factor = Factor();
        double[] solution = [.. _right];
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                solution[i] -= factor[(i * _count) + j] * solution[j];
            }

            solution[i] /= factor[(i * _count) + i];
        }

        for (int i = _count - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < _count; j++)
            {
                solution[i] -= factor[(j * _count) + i] * solution[j];
            }

            solution[i] /= factor[(i * _count) + i];
        }

        return solution;
    }

    // Lower triangle L of L Lᵀ = matrix + ridge.
    private double[] Factor()
    {
        double ridge = Ridge * Math.Max(double.Epsilon, Enumerable.Range(0, _count).Max(i => At(i, i)));
        ridge = ridge > 0 ? ridge : 1;
        double[] factor = [.. _matrix];
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = At(i, j) + (i == j ? ridge : 0);
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[(i * _count) + k] * factor[(j * _count) + k];
                }

                factor[(i * _count) + j] = i == j
                    ? Math.Sqrt(Math.Max(sum, ridge))
                    : sum / factor[(j * _count) + j];
            }
        }

        return factor;
    }

    private double At(int row, int column) => _matrix[(row * _count) + column];
}
