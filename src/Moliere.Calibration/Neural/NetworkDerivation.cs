using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Derives a network calibration from clusters: fits the features on the training rows, writes features and targets
/// once, then trains on them. Rows with a non-finite feature or target are left out of the training and counted.
/// </summary>
/// <source>Physics notes sections 1.3 and 1.4.</source>
public sealed class NetworkDerivation : IDisposable
{
    /// <summary>Fewest training rows a network is derived from; below, it could only memorise them.</summary>
    public const int FewestRows = 50;

    private readonly TrainingMatrix _training;
    private readonly TrainingMatrix _validation;

    /// <summary>Prepares the rows in memory; several networks can then be trained on them.</summary>
    /// <param name="clusters">
    /// Cluster table with positive E_EM and E_dep; networks take those of the features whose columns it has.
    /// </param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows to stop and choose by.</param>
    /// <exception cref="ArgumentException">A feature is finite in no training row, or no row has weight.</exception>
    public NetworkDerivation(Table clusters, int[] training, int[] validation)
        : this([new ClusterPiece(clusters, training, validation)], null)
    {
    }

    /// <summary>Prepares rows that come piece by piece and need not fit into memory.</summary>
    /// <param name="pieces">Made anew for each of the three enumerations; all with the same columns.</param>
    /// <param name="scratch">Folder for features and targets while this lives; null keeps them in memory.</param>
    /// <exception cref="ArgumentException">A feature is finite in no training row, or no row has weight.</exception>
    /// <exception cref="InvalidFileException">The folder cannot be written.</exception>
    public NetworkDerivation(IEnumerable<ClusterPiece> pieces, string? scratch)
    {
        Table first = pieces.First().Clusters;
        AbsentFeatures = [.. ClusterFeatures.All.Select(feature => feature.Name).Where(name => !first.Has(name))];
        Features = Fit(new(ClusterFeatures.In(first)), pieces);
        (_training, _validation) = (new(Features, Matrix("training")), new(Features, Matrix("validation")));
        foreach (ClusterPiece piece in pieces)
        {
            float[] features = Features.Apply(piece.Clusters, out bool[] isFinite);
            _training.Add(piece.Clusters, features, isFinite, piece.Training);
            _validation.Add(piece.Clusters, features, isFinite, piece.Validation);
        }

        TrainingRows = _training.Rows.RowCount;

        RowMatrix Matrix(string part) => scratch is null
            ? RowMatrix.InMemory(Features.Features.Count, TrainingMatrix.Targets)
            : RowMatrix.OnDisk(Path.Combine(scratch, $"{part}.rows"), Features.Features.Count, TrainingMatrix.Targets);
    }

    private NetworkDerivation(NetworkDerivation whole, int trainingRows)
    {
        (_training, _validation, Features) = (whole._training, whole._validation, whole.Features);
        (AbsentFeatures, TrainingRows) = (whole.AbsentFeatures, trainingRows);
    }

    /// <summary>The features with the transforms fitted on the training rows.</summary>
    public FittedFeatures Features { get; }

    /// <summary>Training and validation rows that could not be used.</summary>
    public int LeftOut => _training.LeftOut + _validation.LeftOut;

    /// <summary>Rows to learn from.</summary>
    public int TrainingRows { get; }

    /// <summary>Whether usable rows are left both to learn from and to choose by.</summary>
    public bool HasRows => TrainingRows > 0 && _validation.Rows.RowCount > 0;

    /// <summary>Features whose columns the table lacks; the networks do without.</summary>
    public IReadOnlyList<string> AbsentFeatures { get; }

    /// <summary>Features that have one value in all training rows: they say nothing, and standardise to 0.</summary>
    public IReadOnlyList<string> ConstantFeatures =>
        [.. Features.Features.Select(fitted => fitted.Feature.Name).Where((_, f) => _training.IsConstant[f])];

    /// <summary>Removes the scratch files; nothing can be derived after that.</summary>
    public void Dispose()
    {
        _training.Rows.Dispose();
        _validation.Rows.Dispose();
    }

    /// <summary>Refuses rows that nothing can be learnt from.</summary>
    /// <exception cref="ArgumentException">
    /// Fewer than <see cref="FewestRows"/> training rows, weights without positive sum, or a single target value.
    /// </exception>
    public void RequireLearnable()
    {
        if (TrainingRows < FewestRows)
        {
            throw new ArgumentException(
                $"{TrainingRows} usable training clusters are fewer than the {FewestRows} a network needs.");
        }

        foreach ((string part, TrainingMatrix rows) in new[] { ("training", _training), ("validation", _validation) })
        {
            if (!(rows.SumOfWeights > 0))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The weights of the {rows.Rows.RowCount} {part} clusters sum to {rows.SumOfWeights:G6}, ")
                    + $"{rows.NegativeWeights} of them are negative; a positive sum is needed.");
            }
        }

        if (_training.OnlyResponse is { } response)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The response e_em / e_dep is {response:G6} in all {TrainingRows} training clusters; ")
                + "there is nothing to learn.");
        }
    }

    /// <summary>
    /// The same derivation with the first part of the training rows, to see how a network depends on their number.
    /// </summary>
    /// <param name="fraction">In (0, 1]; at least one row stays.</param>
    public NetworkDerivation WithPart(double fraction) =>
        new(this, Math.Clamp((int)(fraction * TrainingRows), 1, TrainingRows));

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
            model, network.Plan.Loss, _training.View(network.Scale, TrainingRows), _validation.View(network.Scale),
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

    private static FittedFeatures Fit(FeatureSet features, IEnumerable<ClusterPiece> pieces)
    {
        long weighted = 0, nonZero = 0;
        try
        {
            return features.Fit(pieces.Select(piece =>
            {
                float[] weights = piece.Clusters.Floats(ClusterColumns.Weight);
                int[] rows = [.. piece.Training.Where(row => float.IsFinite(weights[row]))];
                weighted += rows.Length;
                nonZero += rows.Count(row => weights[row] != 0);
                return new FeatureRows(piece.Clusters, rows, weights);
            }));
        }
        catch (ArgumentException) when (weighted > 0 && nonZero == 0)
        {
            throw new ArgumentException($"The weights of all {weighted} training clusters are zero.");
        }
    }
}

/// <summary>Some clusters, and which of them are for what.</summary>
/// <param name="Clusters">Cluster table with the columns of features, energies and weight.</param>
/// <param name="Training">Rows to learn from.</param>
/// <param name="Validation">Rows to stop and choose by.</param>
public sealed record ClusterPiece(Table Clusters, int[] Training, int[] Validation);
