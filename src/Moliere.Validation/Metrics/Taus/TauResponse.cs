namespace Moliere.Validation.Metrics.Taus;

/// <summary>What one method makes of each tau.</summary>
internal sealed class TauResponse
{
    private readonly float[] _ratio;
    private readonly UncertaintyColumns? _uncertainty;

    /// <summary>Computes the ratios.</summary>
    /// <param name="sample">The taus.</param>
    /// <param name="method">One of its methods.</param>
    public TauResponse(ValidationSample sample, MethodSample method)
    {
        Name = method.Name;
        _ratio = [.. sample.Target.Zip(method.Predictions.Response, (target, predicted) => target / predicted)];
        _uncertainty = method.Predictions.HasUncertainty
            ? UncertaintyColumns.WithoutScores(sample, method.Predictions) : null;
    }

    /// <summary>Name of the method.</summary>
    public string Name { get; }

    /// <summary>Whether the method predicts its own spread.</summary>
    public bool HasSigma => _uncertainty is not null;

    /// <summary>r = pT_calib / pT_true = R / R_pred.</summary>
    public float Ratio(int row) => _ratio[row];

    /// <summary>(R_pred - R) / sigma_tot; NaN where there is none.</summary>
    public float Pull(int row) => _uncertainty?.Pull(row) ?? float.NaN;

    /// <summary>sigma_tot / R_pred, to first order the relative sigma of the calibrated pT; NaN where there is none.
    /// </summary>
    public float RelativeSigma(int row) => _uncertainty?.RelativeTotal(row) ?? float.NaN;
}
