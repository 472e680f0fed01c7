namespace Moliere.Numerics.Fits;

/// <summary>What a model predicts for every measurement.</summary>
/// <param name="parameters">Parameters, in the order of the start values.</param>
/// <param name="predictions">Receives one number per measurement.</param>
public delegate void FitModel(ReadOnlySpan<double> parameters, Span<double> predictions);

/// <summary>
/// Fits of a few parameters by scoring: every step solves the normal equations of the linearised model, with weights
/// 1 / variance for measured values and 1 / prediction for counts. Steps that make the deviance worse are damped.
/// Derivatives are central differences.
/// </summary>
/// <source>
/// Fisher scoring: McCullagh and Nelder, Generalized Linear Models (1989), section 2.5; deviance of counts: Baker and
/// Cousins, Nucl. Instrum. Meth. 221 (1984) 437, section 3; errors of weighted counts: Langenbruch, arXiv:1911.01303,
/// equation 20.
/// </source>
public static class ScoringFit
{
    /// <summary>Fits measured values with normal errors.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">Measured values.</param>
    /// <param name="errors">Their standard errors, positive.</param>
    /// <param name="start">First parameters.</param>
    public static FitResult Values(FitModel model, double[] values, double[] errors, double[] start)
    {
        double[] variances = Array.ConvertAll(errors, error => error * error);
        return new Problem(model, values, variances, IsCount: false).Solve(start);
    }

    /// <summary>Fits counts by their Poisson likelihood, which for a model with a fixed sum is that of a binned
    /// distribution.</summary>
    /// <param name="model">The model; predictions must be positive.</param>
    /// <param name="counts">Sum of weights per bin; negative sums count as 0.</param>
    /// <param name="variances">Sum of squared weights per bin; empty for events of weight 1.</param>
    /// <param name="start">First parameters.</param>
    public static FitResult Counts(FitModel model, double[] counts, double[] variances, double[] start) =>
        new Problem(model, counts, variances.Length == 0 ? counts : variances, IsCount: true).Solve(start);

    private sealed record Problem(FitModel Model, double[] Data, double[] Variances, bool IsCount)
    {
        private const int MostSteps = 60;
        private const double Tolerance = 1e-7; // of the deviance, per step: a thousandth of a standard error
        private const double Step = 1e-4; // of a parameter, or absolute near 0; the error is of its square
        private const double MostDamping = 1e9;

        public FitResult Solve(double[] start)
        {
            double[] here = [.. start], predicted = Predict(here);
            double deviance = Deviance(predicted), damping = 0;
            bool isConverged = false;
            for (int step = 0; step < MostSteps && !isConverged && damping < MostDamping; step++)
            {
                (double[,] information, double[] gradient, _) = Linearise(here, predicted);
                double[]? move = NormalMatrix.Solve(information, gradient, damping);
                double[] next = move is null ? here : [.. here.Zip(move, (a, b) => a + b)];
                double[] nextPredicted = Predict(next);
                double there = move is null ? double.NaN : Deviance(nextPredicted);
                isConverged = Math.Abs(deviance - there) <= Tolerance * (1 + Math.Abs(there));
                if (there <= deviance)
                {
                    (here, predicted, deviance) = (next, nextPredicted, there);
                    damping = damping < 1e-3 ? 0 : 0.1 * damping;
                }
                else
                {
                    damping = Math.Max(1e-2, 10 * damping);
                }
            }

            return Result(here, predicted, isConverged || damping >= MostDamping);
        }

        private FitResult Result(double[] parameters, double[] predicted, bool isConverged)
        {
            (double[,] information, _, double[,] spread) = Linearise(parameters, predicted);
            return new()
            {
                Parameters = parameters,
                Covariance = NormalMatrix.Sandwich(information, spread),
                Deviance = Deviance(predicted),
                Freedom = Data.Length - parameters.Length,
                IsConverged = isConverged,
            };
        }

        private double Deviance(double[] predicted)
        {
            double sum = 0;
            for (int i = 0; i < Data.Length; i++)
            {
                double difference = Data[i] - predicted[i], count = Math.Max(0, Data[i]);
                sum += !IsCount ? difference * difference / Variances[i]
                    : 2 * (predicted[i] - count + (count > 0 ? count * Math.Log(count / predicted[i]) : 0));
            }

            return sum;
        }

        private double[] Predict(double[] parameters)
        {
            var predicted = new double[Data.Length];
            Model(parameters, predicted);
            return predicted;
        }

        // Information, score, and the covariance of the score.
        private (double[,] Information, double[] Gradient, double[,] Spread) Linearise(
            double[] parameters, double[] predicted)
        {
            int n = parameters.Length;
            double[][] slopes = [.. Enumerable.Range(0, n).Select(index => Slope(parameters, index))];
            double[,] information = new double[n, n], spread = new double[n, n];
            var gradient = new double[n];
            for (int i = 0; i < Data.Length; i++)
            {
                double weight = IsCount ? 1 / predicted[i] : 1 / Variances[i];
                double squared = weight * weight * Math.Max(0, Variances[i]);
                for (int a = 0; a < n; a++)
                {
                    gradient[a] += weight * (Math.Max(IsCount ? 0 : Data[i], Data[i]) - predicted[i]) * slopes[a][i];
                    for (int b = 0; b < n; b++)
                    {
                        information[a, b] += weight * slopes[a][i] * slopes[b][i];
                        spread[a, b] += squared * slopes[a][i] * slopes[b][i];
                    }
                }
            }

            return (information, gradient, spread);
        }

        private double[] Slope(double[] parameters, int index)
        {
            double[] low = [.. parameters], high = [.. parameters];
            double step = Step * Math.Max(Math.Abs(parameters[index]), Step);
            (low[index], high[index]) = (parameters[index] - step, parameters[index] + step);
            return [.. Predict(high).Zip(Predict(low), (above, below) => (above - below) / (2 * step))];
        }
    }
}
