using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Tabular;

/// <summary>A trained network with what it needs to read a table and to answer in the unit of the data.</summary>
/// <source>Bollweg et al., arXiv:1904.10004, equations 14-16, for the two parts of the uncertainty.</source>
public sealed class NetworkRegression : IRegression
{
    /// <summary>How the network was made, and what its outputs mean.</summary>
    public required RegressionOptions Options { get; init; }

    /// <summary>Inputs with the numbers that standardise them.</summary>
    public required FittedFeatures Features { get; init; }

    /// <summary>How the target was standardised.</summary>
    public required TargetScaling Target { get; init; }

    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    private bool IsLogarithmic => Target.Scale == ResponseScale.Log10;

    /// <inheritdoc/>
    public Predictions Apply(Table table, int threads)
    {
        float[] matrix = Features.Apply(table, out bool[] isFinite);
        NetworkPrediction prediction = Network.Predict(matrix, table.RowCount, Options.Plan.Loss, threads);
        if (Network is BayesianMlp bayesian)
        {
            prediction = ExactMixture.Of(bayesian, matrix, prediction, Options.Plan.Loss, threads);
        }

        Unscale(prediction, isFinite);
        float[] values = new float[table.RowCount];
        Parallel.For(0, values.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, row =>
            values[row] = isFinite[row] ? (float)ValueOf(prediction, row) : float.NaN);
        return new()
        {
            Response = values,
            SigmaStat = SigmaOf(prediction.SigmaStat, values),
            SigmaSyst = SigmaOf(prediction.SigmaSyst, values),
            Distribution = prediction.SigmaSyst is null ? null : new()
            {
                Scale = Target.Scale,
                Components = prediction.Components,
                Parameters = prediction.Mixture,
            },
            Status = Array.ConvertAll(values, value =>
                float.IsFinite(value) ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated),
        };
    }

    // The mixture of every row in the unit of the data, or of its logarithm.
    private void Unscale(NetworkPrediction prediction, bool[] isFinite)
    {
        int k = prediction.Components;
        for (int row = 0; row < isFinite.Length; row++)
        {
            Span<float> own = prediction.Mixture.AsSpan(row * 3 * k, 3 * k);
            for (int i = 0; i < k; i++)
            {
                own[k + i] = (float)Target.Unscaled(own[k + i]);
                own[(2 * k) + i] *= (float)Target.Sigma;
            }

            if (!isFinite[row])
            {
                own.Fill(float.NaN);
            }
        }
    }

    private double ValueOf(NetworkPrediction prediction, int row)
    {
        int width = 3 * prediction.Components;
        ReadOnlySpan<float> parameters = prediction.Mixture.AsSpan(row * width, width);
        if (prediction.SigmaSyst is null)
        {
            return Power(Target.Unscaled(prediction.Mean[row]));
        }

        var mixture = new NormalMixture(parameters);
        return Options.Central switch
        {
            CentralValue.Mode => Power(mixture.Mode()),
            CentralValue.Median => Power(mixture.Quantile(0.5)),
            _ => IsLogarithmic ? MeanOfPowers(parameters) : Target.Unscaled(prediction.Mean[row]),
        };
    }

    private double Power(double value) => IsLogarithmic ? Math.Pow(10, value) : value;

    // The mean of 10^t for normal t is exp(m ln 10 + (s ln 10)²/2).
    private static double MeanOfPowers(ReadOnlySpan<float> parameters)
    {
        int k = parameters.Length / 3;
        double ln10 = Math.Log(10), mean = 0;
        for (int i = 0; i < k; i++)
        {
            double spread = parameters[(2 * k) + i] * ln10;
            mean += parameters[i] * Math.Exp((parameters[k + i] * ln10) + (0.5 * spread * spread));
        }

        return mean;
    }

    // Out of the logarithm to first order: dy = y ln 10 dt.
    private float[]? SigmaOf(float[]? sigma, float[] values)
    {
        if (sigma is null)
        {
            return null;
        }

        var scaled = new float[sigma.Length];
        for (int row = 0; row < scaled.Length; row++)
        {
            double slope = IsLogarithmic ? values[row] * Math.Log(10) : float.IsFinite(values[row]) ? 1 : double.NaN;
            scaled[row] = (float)(sigma[row] * Target.Sigma * slope);
        }

        return scaled;
    }
}
