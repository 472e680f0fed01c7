using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Derives a network calibration from a cluster table: fits the features on the training rows, then trains. Rows with a
/// non-finite feature or target are left out of the training and counted.
/// </summary>
/// <source>Physics notes sections 1.3 and 1.4.</source>
public sealed class NetworkDerivation
{
    /// <summary>Fewest training rows a network is derived from; below, it could only memorise them.</summary>
    public const int FewestRows = 50;

    private readonly Table _clusters;
    private readonly float[] _features;
    private readonly int[] _training;
    private readonly int[] _validation;

    /// <summary>Prepares the rows; several networks can then be trained on them.</summary>
    /// <param name="clusters">
    /// Cluster table with positive E_EM and E_dep; networks take those of the features whose columns it has.
    /// </param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows to stop and choose by.</param>
    /// <exception cref="ArgumentException">A feature is finite in no training row, or no row has weight.</exception>
    public NetworkDerivation(Table clusters, int[] training, int[] validation)
    {
        _clusters = clusters;
        float[] weights = clusters.Floats(ClusterColumns.Weight);
        int[] weighted = [.. training.Where(row => float.IsFinite(weights[row]))];
        if (weighted.Length > 0 && weighted.All(row => weights[row] == 0))
        {
            throw new ArgumentException($"The weights of all {weighted.Length} training clusters are zero.");
        }

        Features = new FeatureSet(ClusterFeatures.In(clusters)).Fit(clusters, weighted, weights);
        _features = Features.Apply(clusters, out bool[] isFinite);
        (_training, _validation) = (Usable(training, isFinite), Usable(validation, isFinite));
        LeftOut = training.Length + validation.Length - _training.Length - _validation.Length;
    }

    private NetworkDerivation(NetworkDerivation whole, int[] training)
    {
        (_clusters, _features, Features) = (whole._clusters, whole._features, whole.Features);
        (_training, _validation) = (training, whole._validation);
    }

    /// <summary>The features with the transforms fitted on the training rows.</summary>
    public FittedFeatures Features { get; }

    /// <summary>Training and validation rows that could not be used.</summary>
    public int LeftOut { get; }

    /// <summary>Rows to learn from.</summary>
    public int TrainingRows => _training.Length;

    /// <summary>Whether usable rows are left both to learn from and to choose by.</summary>
    public bool HasRows => _training.Length > 0 && _validation.Length > 0;

    /// <summary>Features whose columns the table lacks; the networks do without.</summary>
    public IReadOnlyList<string> AbsentFeatures =>
        [.. ClusterFeatures.All.Select(feature => feature.Name).Where(name => !_clusters.Has(name))];

    /// <summary>Features that have one value in all training rows: they say nothing, and standardise to 0.</summary>
    public IReadOnlyList<string> ConstantFeatures =>
    [
        .. Features.Features.Select(fitted => fitted.Feature.Name).Where((_, column) =>
            _training.All(row => _features[(row * Features.Features.Count) + column] == 0)),
    ];

    /// <summary>Refuses rows that nothing can be learnt from.</summary>
    /// <exception cref="ArgumentException">
    /// Fewer than <see cref="FewestRows"/> training rows, weights without positive sum, or a single target value.
    /// </exception>
    public void RequireLearnable()
    {
        if (_training.Length < FewestRows)
        {
            throw new ArgumentException(
                $"{_training.Length} usable training clusters are fewer than the {FewestRows} a network needs.");
        }

        float[] weights = _clusters.Floats(ClusterColumns.Weight);
        foreach ((string part, int[] rows) in new[] { ("training", _training), ("validation", _validation) })
        {
            double sum = rows.Sum(row => (double)weights[row]);
            int negative = rows.Count(row => weights[row] < 0);
            if (!(sum > 0))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The weights of the {rows.Length} {part} clusters sum to {sum:G6}, {negative} of them are ")
                    + "negative; a positive sum is needed.");
            }
        }

        float[] targets = ResponseTarget.Of(_clusters, _training, ResponseScale.Linear);
        if (targets.AsSpan().IndexOfAnyExcept(targets[0]) < 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The response e_em / e_dep is {targets[0]:G6} in all {targets.Length} training clusters; ")
                + "there is nothing to learn.");
        }
    }

    /// <summary>
    /// The same derivation with the first part of the training rows, to see how a network depends on their number.
    /// </summary>
    /// <param name="fraction">In (0, 1]; at least one row stays.</param>
    public NetworkDerivation WithPart(double fraction) =>
        new(this, _training[..Math.Clamp((int)(fraction * _training.Length), 1, _training.Length)]);

    /// <summary>Trains one network, resuming from its checkpoint where there is one.</summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="network">The network and its target.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpointPath">Where the state of the training is kept; null for nowhere.</param>
    /// <param name="progress">Told after every epoch; may be null.</param>
    /// <param name="cancellation">Stops the training.</param>
    public (NetworkCalibration Calibration, TrainingResult Result) Derive(
        string name, NetworkOptions network, TrainerOptions options, string? checkpointPath = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        Network model = network.Plan.Create(Features.Features.Count, options.Seed);
        TrainingResult result = Trainer.Fit(
            model, network.Plan.Loss, DataSetOf(_training, network.Scale), DataSetOf(_validation, network.Scale),
            options, checkpointPath, progress, cancellation);
        var calibration = new NetworkCalibration
        {
            Name = name,
            Options = network,
            Features = Features,
            Network = model,
            Threads = options.Threads,
        };
        return (calibration, result);
    }

    private int[] Usable(int[] rows, bool[] isFinite)
    {
        float[] signal = _clusters.Floats(ClusterColumns.EnergyEm);
        float[] deposit = _clusters.Floats(ClusterColumns.EnergyDeposited);
        float[] weight = _clusters.Floats(ClusterColumns.Weight);
        return [.. rows.Where(row => isFinite[row] && IsPositive(signal[row]) && IsPositive(deposit[row])
            && float.IsFinite(weight[row]))];
    }

    private static bool IsPositive(float value) => value > 0 && float.IsFinite(value);

    private DataSet DataSetOf(int[] rows, ResponseScale scale)
    {
        int width = Features.Features.Count;
        float[] features = new float[rows.Length * width], weights = new float[rows.Length];
        float[] allWeights = _clusters.Floats(ClusterColumns.Weight);
        for (int i = 0; i < rows.Length; i++)
        {
            _features.AsSpan(rows[i] * width, width).CopyTo(features.AsSpan(i * width));
            weights[i] = allWeights[rows[i]];
        }

        return new DataSet(features, width, ResponseTarget.Of(_clusters, rows, scale), weights);
    }
}
