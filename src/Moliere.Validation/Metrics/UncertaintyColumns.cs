using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>
/// What a method's uncertainty is judged by, row by row. A method with a sigma alone stands for a normal law around its
/// value. Rows that it did not calibrate are unknown: NaN, and left out.
/// </summary>
internal sealed class UncertaintyColumns
{
    // Half of the central probability within 1 and within 1.96 standard deviations of a normal law.
    private const double Half68 = 0.3413447460685429, Half95 = 0.475;
    private const double FarPull = 3;

    private readonly float[] _target;
    private readonly Predictions _predictions;
    private readonly double[] _pit = [];
    private readonly double[] _crps = [];
    private readonly double[] _likelihood = [];

    /// <summary>Scores every row.</summary>
    /// <param name="sample">The rows.</param>
    /// <param name="predictions">Of a method with uncertainty.</param>
    /// <param name="threads">Threads to use.</param>
    public UncertaintyColumns(ValidationSample sample, Predictions predictions, int threads)
        : this(sample, predictions)
    {
        PredictedDistribution law =
            predictions.Distribution ?? DistributionScores.Normal(predictions.Response, Sigma);
        _pit = DistributionScores.Pit(_target, law, threads);
        _crps = DistributionScores.Crps(
            InVariableOf(law, _target), law with { Scale = ResponseScale.Linear }, threads);
        _likelihood = DistributionScores.NegativeLogLikelihood(_target, law, threads);
    }

    // Over R, a single wide log-normal law would own the mean.
    private static float[] InVariableOf(PredictedDistribution law, float[] target) =>
        law.Scale == ResponseScale.Linear ? target : [.. target.Select(MathF.Log10)];

    private UncertaintyColumns(ValidationSample sample, Predictions predictions)
    {
        (_target, _predictions) = (sample.Target, predictions);
        Sigma = new float[sample.Rows];
        for (int row = 0; row < Sigma.Length; row++)
        {
            bool isKnown = predictions.Status[row] == CalibrationStatus.Calibrated;
            Sigma[row] = isKnown ? (float)predictions.SigmaTotal(row) : float.NaN;
        }
    }

    /// <summary>The columns that need no distribution, for comparisons.</summary>
    public static UncertaintyColumns WithoutScores(ValidationSample sample, Predictions predictions) =>
        new(sample, predictions);

    /// <summary>Total predicted uncertainty of R; NaN where not calibrated.</summary>
    public float[] Sigma { get; }

    /// <summary>Predicted response; NaN where not calibrated.</summary>
    public float[] Response => [.. _predictions.Response.Select((value, row) => IsKnown(row) ? value : float.NaN)];

    /// <summary>Probability integral transform.</summary>
    public float Pit(int row) => IsKnown(row) ? (float)_pit[row] : float.NaN;

    /// <summary>(R_pred - R) / sigma.</summary>
    public float Pull(int row) =>
        IsKnown(row) ? (_predictions.Response[row] - _target[row]) / Sigma[row] : float.NaN;

    /// <summary>sigma_tot / R_pred.</summary>
    public float RelativeTotal(int row) => IsKnown(row) ? Sigma[row] / _predictions.Response[row] : float.NaN;

    /// <summary>sigma_stat / R_pred; 0 for a method without a statistical part.</summary>
    public float RelativeStat(int row) =>
        IsKnown(row) ? (_predictions.SigmaStat?[row] ?? 0) / _predictions.Response[row] : float.NaN;

    /// <summary>sigma_syst / R_pred.</summary>
    public float RelativeSyst(int row) =>
        IsKnown(row) ? _predictions.SigmaSyst![row] / _predictions.Response[row] : float.NaN;

    /// <summary>Far pull, inside 68 %, inside 95 %, CRPS, negative log-likelihood; false where unknown.</summary>
    public bool Scores(int row, Span<double> values)
    {
        if (!IsKnown(row) || double.IsNaN(_pit[row]))
        {
            return false;
        }

        double offset = Math.Abs(_pit[row] - 0.5);
        values[0] = Math.Abs(Pull(row)) > FarPull ? 1 : 0;
        values[1] = offset <= Half68 ? 1 : 0;
        values[2] = offset <= Half95 ? 1 : 0;
        values[3] = _crps[row];
        values[4] = _likelihood[row];
        return true;
    }

    private bool IsKnown(int row) => Sigma[row] > 0;
}
