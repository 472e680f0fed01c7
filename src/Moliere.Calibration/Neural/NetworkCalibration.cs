using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural;

/// <summary>
/// A cluster calibration by a trained network, Bayesian network or ensemble: features, the network, and what its
/// outputs mean. What predicts a distribution gives the mode (or another central value) of R with its uncertainty, what
/// predicts a point the response alone.
/// </summary>
/// <source>Physics notes sections 1.4 and 1.5.</source>
public sealed class NetworkCalibration : ICalibration
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>How the network was made, and what its outputs mean.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>Inputs with the transforms fitted on the training rows.</summary>
    public required FittedFeatures Features { get; init; }

    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        float[] features = Features.Apply(objects, out bool[] isFinite);
        NetworkPrediction prediction = Network.Predict(features, objects.RowCount, Options.Plan.Loss, Threads);
        return ResponseReading.Of(prediction, isFinite, Options, Threads);
    }
}
