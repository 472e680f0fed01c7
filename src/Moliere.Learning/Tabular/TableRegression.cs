using Moliere.Data.Features;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Learning.Tabular;

/// <summary>
/// Fits methods to a target of a table. Features and target are standardised on the training rows of each fit, so that
/// nothing of the other rows leaks in.
/// </summary>
/// <param name="table">Has the columns of all features.</param>
/// <param name="features">Inputs; finite in every row that is trained on.</param>
/// <param name="target">[N]: what is to be predicted, finite.</param>
/// <param name="weights">[N], may be negative; null for all 1.</param>
public sealed class TableRegression(Table table, FeatureSet features, float[] target, float[]? weights)
{
    /// <summary>Fits a straight line in all features at once.</summary>
    /// <param name="rows">Rows to learn from, more than there are features.</param>
    public LinearRegression FitLine(int[] rows)
    {
        FittedFeatures fitted = features.Fit(table, rows, weights);
        TargetScaling scaling = TargetScaling.Fit(target, rows, weights, Data.Objects.ResponseScale.Linear);
        return LinearRegression.Fit(fitted, scaling, DataSetOf(fitted, scaling, rows));
    }

    /// <summary>Trains a network, resuming from its checkpoint where there is one.</summary>
    /// <param name="part">Training and validation rows.</param>
    /// <param name="options">The network and its target.</param>
    /// <param name="training">How to train; its seed is also that of the starting weights.</param>
    /// <param name="checkpointPath">Where the state of the training is kept; null for nowhere.</param>
    /// <param name="progress">Told after every epoch; may be null.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="ArgumentException">Features, target or weights that cannot be trained on.</exception>
    public (NetworkRegression Regression, TrainingResult Result) Fit(
        RowPartition part, RegressionOptions options, TrainerOptions training, string? checkpointPath = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        FittedFeatures fitted = features.Fit(table, part.Training, weights);
        TargetScaling scaling = TargetScaling.Fit(target, part.Training, weights, options.Scale);
        Network network = options.Plan.Create(features.Features.Count, training.Seed);
        TrainingResult result = Trainer.Fit(
            network, options.Plan.Loss, DataSetOf(fitted, scaling, part.Training),
            DataSetOf(fitted, scaling, part.Validation), training, checkpointPath, progress, cancellation);
        var regression = new NetworkRegression
        {
            Options = options,
            Features = fitted,
            Target = scaling,
            Network = network,
        };
        return (regression, result);
    }

    private DataSet DataSetOf(FittedFeatures fitted, TargetScaling scaling, int[] rows) => new(
        fitted.Apply(table.Select(rows), out _), features.Features.Count,
        Array.ConvertAll(rows, row => scaling.Standard(target[row])),
        weights is null ? null : Array.ConvertAll(rows, row => weights[row]));
}
