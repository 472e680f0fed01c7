using Moliere.Numerics.Fits;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Information of Poisson counts about the parameters: I_ab = sum over bins of (dn/da)(dn/db) / n, plus 1/sigma² on the
/// diagonal for what is constrained.
/// </summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, equations 8 to 11.</source>
public sealed class FisherInformation
{
    // -ln L = sum of n - m ln n with m = n at the nominal point, so its second derivative there is
    // sum of n'' (1 - m/n) + m n' n' / n² = sum of n' n' / n: no second derivative of a template is left.
    private readonly double[,] _all = new double[4, 4];

    /// <summary>Adds one bin.</summary>
    /// <param name="count">Expected count n; a bin without any says nothing.</param>
    /// <param name="slopes">Derivative of n by each <see cref="InferenceParameter"/> [4].</param>
    public void Add(double count, ReadOnlySpan<double> slopes)
    {
        for (int a = 0; a < slopes.Length && count > 0; a++)
        {
            for (int b = 0; b < slopes.Length; b++)
            {
                _all[a, b] += slopes[a] * slopes[b] / count;
            }
        }
    }

    /// <summary>The matrix of the free parameters with their constraints.</summary>
    /// <param name="benchmark">Free parameters.</param>
    /// <returns>[P, P].</returns>
    public double[,] Matrix(InferenceBenchmark benchmark)
    {
        int free = benchmark.Parameters.Count;
        var matrix = new double[free, free];
        for (int a = 0; a < free; a++)
        {
            for (int b = 0; b < free; b++)
            {
                matrix[a, b] = _all[(int)benchmark.Parameters[a], (int)benchmark.Parameters[b]];
            }

            matrix[a, a] += 1 / (benchmark.Constraints[a] * benchmark.Constraints[a]);
        }

        return matrix;
    }

    /// <summary>Expected uncertainty of the signal count, the other free parameters profiled.</summary>
    /// <param name="benchmark">Free parameters.</param>
    /// <returns>In events; NaN where the counts cannot tell the parameters apart.</returns>
    public double Uncertainty(InferenceBenchmark benchmark) =>
        Math.Sqrt(NormalMatrix.Inverse(Matrix(benchmark))[0, 0]);
}
