using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// The network of a calibration that was trained on simulation, to be tuned: of global variables or of constituents.
/// The calibration itself is the start; its closure and earlier steps stay as they are.
/// </summary>
/// <param name="calibration">A single network whose target is the decimal logarithm of the response.</param>
/// <source>Physics notes section 2.4: training on simulation, then on the asymmetry.</source>
public sealed class CalibrationNetwork(JetNetworkCalibration calibration) : IJetNetwork
{
    /// <inheritdoc/>
    public NetworkPlan Plan { get; } = PlanOf(calibration);

    /// <inheritdoc/>
    public Network Network => calibration.Network;

    /// <inheritdoc/>
    public TrainingRows RowsOf(Table jets) =>
        calibration.Inputs.Apply(new StartingScale(jets, calibration.Input)).All();

    private static NetworkPlan PlanOf(JetNetworkCalibration calibration)
    {
        string? other = calibration.Options.Scale != ResponseScale.Log10 ? "the response itself"
            : calibration.Target != JetTarget.Response ? "the true momentum" : null;
        return other is null ? calibration.Options.Plan : throw new ArgumentException(
            $"'{calibration.Name}' predicts {other}; only a network of the logarithm of the response can be tuned.");
    }
}
