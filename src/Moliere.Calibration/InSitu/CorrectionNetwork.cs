using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// A network that starts by saying nothing: its output is 0 for every jet until it is tuned. On top of any calibration,
/// also a classical one, it is the way to learn from data without a network that saw simulation.
/// </summary>
/// <source>Physics notes section 2.4: training with f1 = 0.</source>
public sealed class CorrectionNetwork : IJetNetwork
{
    private const double StartingVariance = 2.5e-4; // of log10 R: 3.6 %, the order of a jet's resolution

    private readonly Mlp _network;

    /// <summary>Fits the features and draws the hidden weights.</summary>
    /// <param name="jets">Jets on which features are standardised.</param>
    /// <param name="features">Inputs; without the momentum itself the network cannot collapse along it.</param>
    /// <param name="shape">Hidden layers.</param>
    /// <param name="seed">Seed of the starting weights.</param>
    /// <param name="loss">What the outputs mean; null for the mean alone.</param>
    /// <exception cref="ArgumentException">A feature is finite in no jet.</exception>
    public CorrectionNetwork(
        Table jets, IReadOnlyList<Feature> features, MlpOptions shape, ulong seed, Loss? loss = null)
    {
        Features = new FeatureSet(features).Fit(jets, [.. Enumerable.Range(0, jets.RowCount)]);
        Plan = new NetworkPlan { Shape = shape, Loss = loss ?? new MeanSquaredError() };
        _network = (Mlp)Plan.Create(features.Count, seed);
        int inputs = shape.Hidden.Length == 0 ? features.Count : shape.Hidden[^1];
        _network.Parameters.AsSpan(_network.Parameters.Length - ((inputs + 1) * _network.OutputCount)).Clear();
        var outputs = new float[_network.OutputCount];
        Plan.Loss.StartingOutputs(0, StartingVariance, outputs);
        _network.SetOutputBias(outputs);
    }

    /// <summary>The 23 global variables without the momentum, as fractions and counts of order one.</summary>
    public static IReadOnlyList<Feature> WithoutMomentum { get; } =
    [
        .. JetColumns.Globals.Where(name => name != JetColumns.Pt)
            .Select(name => new Feature { Name = name, Expression = name }),
    ];

    /// <summary>Inputs with the transforms fitted on the jets.</summary>
    public FittedFeatures Features { get; }

    /// <inheritdoc/>
    public NetworkPlan Plan { get; }

    /// <inheritdoc/>
    public Network Network => _network;

    /// <inheritdoc/>
    public TrainingRows RowsOf(Table jets) =>
        new DataSet(Features.Apply(jets, out _), Features.Features.Count, new float[jets.RowCount], null);
}
