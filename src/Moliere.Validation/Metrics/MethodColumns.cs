using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>The quantities per row that a method is judged by.</summary>
internal sealed class MethodColumns
{
    private readonly float[] _target;
    private readonly float[] _predicted;

    public MethodColumns(ValidationSample sample, Predictions predictions, float[] weights, int threads)
    {
        (_target, _predicted, Weights) = (sample.Target, predictions.Response, weights);
        Uncertainty = predictions.HasUncertainty ? new UncertaintyColumns(sample, predictions, threads) : null;
    }

    /// <summary>Event weight of each row.</summary>
    public float[] Weights { get; }

    /// <summary>What the predicted uncertainty is judged by; null when the method gives none.</summary>
    public UncertaintyColumns? Uncertainty { get; }

    /// <summary>r = E_calib / E_true = R / R_pred.</summary>
    public float Ratio(int row) => _target[row] / _predicted[row];

    /// <summary>R_pred - R.</summary>
    public float Residual(int row) => Uncertainty!.Sigma[row] > 0 ? _predicted[row] - _target[row] : float.NaN;

    /// <summary>(R_pred - R) / sigma.</summary>
    public float Pull(int row) => Uncertainty!.Pull(row);

    /// <summary>Weighted mean of the known sigmas of some rows.</summary>
    public double MeanSigma(int[] rows)
    {
        double sum = 0, total = 0;
        foreach (int row in rows)
        {
            if (Uncertainty!.Sigma[row] > 0)
            {
                sum += (double)Weights[row] * Uncertainty.Sigma[row];
                total += Weights[row];
            }
        }

        return sum / total;
    }
}
