using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// A jet calibration by a trained network: an earlier calibration perhaps, the network's response R_NN on top of it, and
/// a closure of the mean. Predicted responses and distributions are those of all steps together, relative to the
/// momentum at constituent scale.
/// </summary>
/// <source>Physics notes sections 2.3, 2.4 and 4, pitfalls 1 and 5.</source>
public sealed record JetNetworkCalibration : ICalibration
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>How the network was made, and what its outputs mean.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>Inputs, fitted on the training jets.</summary>
    public required JetInputs Inputs { get; init; }

    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    /// <summary>The calibration that the network starts from; null for constituent scale.</summary>
    public ICalibration? Input { get; init; }

    /// <summary>Correction of the mean after the network; null for none.</summary>
    public ClosureSpline? Closure { get; init; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table objects) => Apply(new StartingScale(objects, Input));

    /// <summary>Applies network and closure to jets at their starting scale.</summary>
    internal Predictions Apply(StartingScale start)
    {
        JetMatrix jets = Inputs.Apply(start);
        NetworkPrediction prediction = Network.Predict(jets.All(), Options.Plan.Loss, Threads);
        Predictions network = ResponseReading.Of(prediction, jets.IsUsable, Options, Threads);
        return new LaterSteps(start, Closure).Compose(network);
    }
}
