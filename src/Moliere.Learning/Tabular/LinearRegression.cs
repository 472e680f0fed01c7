using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Learning.Tabular;

/// <summary>
/// Weighted least squares in all features, the yardstick for networks: y = b0 + b x with one spread s for all rows.
/// With A = sum of w x x^T (x with a leading 1), b = A^-1 sum of w y x; sigma_syst = s, the residual spread with
/// its degrees of freedom taken off; sigma_stat² = s² x^T A^-1 x (weights normalised to mean 1).
/// </summary>
/// <source>Bishop, Pattern Recognition and Machine Learning (2006), equations 3.15 and 3.59.</source>
public sealed class LinearRegression : IRegression
{
    // Keeps the matrix invertible where features repeat each other; on standardised features it moves nothing else.
    private const double Ridge = 1e-8;

    private readonly FittedFeatures _features;
    private readonly TargetScaling _target;
    private readonly double[,] _inverse;
    private readonly double[] _coefficients;

    private LinearRegression(
        FittedFeatures features, TargetScaling target, double[,] inverse, double[] coefficients, double sigma)
    {
        (_features, _target, _inverse, _coefficients) = (features, target, inverse, coefficients);
        Sigma = sigma;
    }

    /// <summary>Residual spread s in the unit of the data.</summary>
    public double Sigma { get; }

    /// <summary>Fits to standardised data.</summary>
    /// <param name="features">What standardised the features.</param>
    /// <param name="target">What standardised the target; not its logarithm.</param>
    /// <param name="data">Training rows.</param>
    /// <exception cref="ArgumentException">
    /// Not more rows than coefficients, or weights without positive sum.
    /// </exception>
    public static LinearRegression Fit(FittedFeatures features, TargetScaling target, DataSet data)
    {
        data.Check("training");
        int size = data.FeatureCount + 1;
        if (data.RowCount <= size)
        {
            throw new ArgumentException(
                $"A line in {data.FeatureCount} features needs more than {size} rows, found {data.RowCount}.");
        }

        var matrix = new double[size, size];
        var right = new double[size];
        Accumulate(data, matrix, right);
        double[,] inverse = Inverse(matrix);
        double[] coefficients = Product(inverse, right);
        double sigma = Math.Sqrt(Residual(data, coefficients) / (data.RowCount - size));
        return new(features, target, inverse, coefficients, sigma * target.Sigma);
    }

    /// <inheritdoc/>
    public Predictions Apply(Table table, int threads)
    {
        int rows = table.RowCount, width = _coefficients.Length - 1;
        float[] matrix = _features.Apply(table, out bool[] isFinite);
        float[] values = new float[rows], stat = new float[rows], syst = new float[rows], mixture = new float[3 * rows];
        var x = new double[width + 1];
        for (int row = 0; row < rows; row++)
        {
            Fill(x, matrix.AsSpan(row * width, width));
            double nothing = isFinite[row] ? 0 : double.NaN;
            values[row] = (float)(_target.Unscaled(Dot(_coefficients, x)) + nothing);
            stat[row] = (float)((Sigma * Math.Sqrt(Math.Max(0, Dot(Product(_inverse, x), x)))) + nothing);
            syst[row] = (float)(Sigma + nothing);
            mixture[3 * row] = 1;
            mixture[(3 * row) + 1] = values[row];
            mixture[(3 * row) + 2] = MathF.Sqrt((stat[row] * stat[row]) + (syst[row] * syst[row]));
        }

        return new()
        {
            Response = values,
            SigmaStat = stat,
            SigmaSyst = syst,
            Distribution = new() { Scale = ResponseScale.Linear, Components = 1, Parameters = mixture },
            Status = Array.ConvertAll(isFinite, finite =>
                finite ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated),
        };
    }

    private static void Accumulate(DataSet data, double[,] matrix, double[] right)
    {
        var x = new double[right.Length];
        for (int row = 0; row < data.RowCount; row++)
        {
            double weight = data.Weight(row) / data.MeanWeight;
            Fill(x, data.Features.AsSpan(row * data.FeatureCount, data.FeatureCount));
            for (int i = 0; i < x.Length; i++)
            {
                right[i] += weight * x[i] * data.Targets[row];
                for (int j = 0; j < x.Length; j++)
                {
                    matrix[i, j] += weight * x[i] * x[j];
                }
            }
        }

        for (int i = 1; i < x.Length; i++)
        {
            matrix[i, i] += Ridge * data.RowCount;
        }
    }

    private static double Residual(DataSet data, double[] coefficients)
    {
        double sum = 0;
        var x = new double[coefficients.Length];
        for (int row = 0; row < data.RowCount; row++)
        {
            Fill(x, data.Features.AsSpan(row * data.FeatureCount, data.FeatureCount));
            double residual = data.Targets[row] - Dot(coefficients, x);
            sum += data.Weight(row) / data.MeanWeight * residual * residual;
        }

        return Math.Max(0, sum);
    }

    // Gauss and Jordan; the matrix is symmetric and positive thanks to the ridge, so no pivots are searched.
    private static double[,] Inverse(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        var inverse = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            inverse[i, i] = 1;
        }

        for (int pivot = 0; pivot < size; pivot++)
        {
            Scale(matrix, inverse, pivot, 1 / matrix[pivot, pivot]);
            for (int row = 0; row < size; row++)
            {
                double factor = row == pivot ? 0 : matrix[row, pivot];
                for (int column = 0; factor != 0 && column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                    inverse[row, column] -= factor * inverse[pivot, column];
                }
            }
        }

        return inverse;
    }

    private static void Scale(double[,] matrix, double[,] inverse, int row, double factor)
    {
        for (int column = 0; column < matrix.GetLength(0); column++)
        {
            matrix[row, column] *= factor;
            inverse[row, column] *= factor;
        }
    }

    private static void Fill(double[] x, ReadOnlySpan<float> features)
    {
        x[0] = 1;
        for (int i = 0; i < features.Length; i++)
        {
            x[i + 1] = features[i];
        }
    }

    private static double[] Product(double[,] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (int i = 0; i < product.Length; i++)
        {
            for (int j = 0; j < product.Length; j++)
            {
                product[i] += matrix[i, j] * vector[j];
            }
        }

        return product;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
