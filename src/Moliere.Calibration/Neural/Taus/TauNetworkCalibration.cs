using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// A tau calibration by a mixture density network that corrects the combined scale, with a closure of the mean.
/// Predicted responses and distributions are relative to the locally weighted momentum, as those of all tau methods.
/// </summary>
/// <source>Physics notes section 3.3; Bishop, "Mixture density networks", NCRG/94/004 (1994).</source>
public sealed record TauNetworkCalibration : ICalibration
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>How the network was made, and what its outputs mean.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>Inputs, fitted on the training taus.</summary>
    public required FittedFeatures Features { get; init; }

    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    /// <summary>The classical scales that inputs and result are relative to.</summary>
    public required TauScales Scales { get; init; }

    /// <summary>Which taus are calibrated.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>What the outputs of the network speak of.</summary>
    public TauTarget Target { get; init; }

    /// <summary>Mean and spread of the true over the combined momentum of the training taus.</summary>
    public required RatioScale Ratio { get; init; }

    /// <summary>Correction of the mean after the network; null for none.</summary>
    public ClosureSpline? Closure { get; init; }

    /// <summary>Factor on the uncertainties; null for none.</summary>
    public SpreadScale? Spread { get; init; }

    /// <summary>Threads that predict; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <inheritdoc/>
    public Predictions Apply(Table objects) => Apply(new StartingTaus(Scales.Complete(objects), Selection));

    /// <summary>Applies network and closure to taus at the combined scale.</summary>
    internal Predictions Apply(StartingTaus start)
    {
        NetworkPrediction prediction = Predict(start, out bool[] isUsable);
        if (Target == TauTarget.Ratio)
        {
            RatioReading.ToLogarithm(prediction);
        }

        Predictions network = ResponseReading.Of(prediction, isUsable, Options, Threads);
        return start.Steps(Closure, Spread).Compose(network);
    }

    /// <summary>
    /// What the network alone says of the true over the combined momentum, in standardised space; closure and factor on
    /// the uncertainties do not enter.
    /// </summary>
    /// <param name="taus">Tau table.</param>
    /// <exception cref="MissingColumnException">The table lacks a column that the network needs.</exception>
    public RatioMoments MomentsOf(Table taus)
    {
        NetworkPrediction prediction = Predict(new(Scales.Complete(taus), Selection), out bool[] isUsable);
        return RatioMoments.Of(prediction, isUsable, Target, Ratio);
    }

    /// <summary>What the network says in its target.</summary>
    internal NetworkPrediction Predict(StartingTaus start, out bool[] isUsable)
    {
        float[] features = Features.Apply(start.Taus, out isUsable);
        for (int row = 0; row < isUsable.Length; row++)
        {
            isUsable[row] &= start.IsUsable[row];
        }

        return Network.Predict(features, isUsable.Length, Options.Plan.Loss, Threads);
    }
}
