namespace Moliere.Numerics.Fits;

/// <summary>Small symmetric matrices of normal equations.</summary>
/// <source>Golub and Van Loan, Matrix Computations (2013), section 4.2.5 (Cholesky factors).</source>
public static class NormalMatrix
{
    // Pivots below this part of their diagonal element are rounding: the parameters are not independent.
    private const double Smallest = 1e-13;

    /// <summary>Solves for a step, the diagonal raised by a factor; null where that is not possible.</summary>
    /// <param name="matrix">[n, n], symmetric; only its lower triangle is read.</param>
    /// <param name="right">Right-hand side [n].</param>
    /// <param name="damping">Part of the diagonal that is added to it, not negative; 0 solves as it stands.</param>
    public static double[]? Solve(double[,] matrix, double[] right, double damping)
    {
        int n = right.Length;
        var raised = (double[,])matrix.Clone();
        for (int i = 0; i < n; i++)
        {
            raised[i, i] *= 1 + damping;
        }

        return Factor(raised) is { } factor ? Substitute(factor, right) : null;
    }

    /// <summary>The inverse; NaN where there is none.</summary>
    /// <param name="matrix">[n, n], symmetric; only its lower triangle is read.</param>
    public static double[,] Inverse(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,]? factor = Factor(matrix);
        var inverse = new double[n, n];
        for (int column = 0; column < n; column++)
        {
            var unit = new double[n];
            unit[column] = 1;
            double[]? solution = factor is null ? null : Substitute(factor, unit);
            for (int row = 0; row < n; row++)
            {
                inverse[row, column] = solution?[row] ?? double.NaN;
            }
        }

        return inverse;
    }

    /// <summary>Inverse times spread times inverse: the covariance of estimates from the covariance of their
    /// score.</summary>
    /// <param name="information">[n, n], symmetric.</param>
    /// <param name="spread">Covariance of the score [n, n].</param>
    public static double[,] Sandwich(double[,] information, double[,] spread)
    {
        double[,] inverse = Inverse(information);
        return Product(Product(inverse, spread), inverse);
    }

    /// <summary>Lower factor L of L Lᵀ; null where the matrix is not positive.</summary>
    /// <param name="matrix">[n, n], symmetric; only its lower triangle is read.</param>
    public static double[,]? Factor(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var factor = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }

                if (i == j && !(sum > Smallest * matrix[i, i]))
                {
                    return null;
                }

                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }

        return factor;
    }

    private static double[] Substitute(double[,] factor, double[] right)
    {
        double[] solution = [.. right];
        int n = right.Length;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                solution[i] -= factor[i, j] * solution[j];
            }

            solution[i] /= factor[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                solution[i] -= factor[j, i] * solution[j];
            }

            solution[i] /= factor[i, i];
        }

        return solution;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        int n = left.GetLength(0);
        var product = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    product[i, j] += left[i, k] * right[k, j];
                }
            }
        }

        return product;
    }
}
