using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// A jet calibration by a trained network: an earlier calibration perhaps, the network's response R_NN on top of it,
/// and a closure of the mean. Predicted responses and distributions are those of all steps together, relative to the
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

    /// <summary>Factor on the uncertainties; null for none.</summary>
    public SpreadScale? Spread { get; init; }

    /// <summary>What the outputs of the network speak of.</summary>
    public JetTarget Target { get; init; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table objects) => Apply(new StartingScale(objects, Input));

    /// <summary>Applies network and closure to jets at their starting scale.</summary>
    internal Predictions Apply(StartingScale start)
    {
        JetMatrix jets = Inputs.Apply(start);
        NetworkPrediction prediction = Network.Predict(jets.All(), Options.Plan.Loss, Threads);
        if (Target == JetTarget.TrueMomentum)
        {
            ToResponse(prediction, start.Pt);
        }

        Predictions network = ResponseReading.Of(prediction, jets.IsUsable, Options, Threads);
        return new LaterSteps(start.Jets.Floats(JetColumns.DetectorEta), start.Pt, start.Response, Closure, Spread)
            .Compose(network);
    }

    // log10 R = log10 pT - log10 pT_true: the mirror image of the distribution, which keeps its width.
    private static void ToResponse(NetworkPrediction prediction, float[] pt)
    {
        int k = prediction.Components;
        for (int row = 0; row < pt.Length; row++)
        {
            float log = MathF.Log10(pt[row]);
            prediction.Mean[row] = log - prediction.Mean[row];
            foreach (ref float mean in prediction.Mixture.AsSpan((row * 3 * k) + k, k))
            {
                mean = log - mean;
            }
        }
    }
}
