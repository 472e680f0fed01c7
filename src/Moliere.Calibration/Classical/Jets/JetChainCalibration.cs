using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// The first steps of the jet chain as one calibration: R = pT at constituent scale over that after them.
/// </summary>
/// <source>Physics notes section 2.6.</source>
internal sealed class JetChainCalibration : ICalibration
{
    private readonly JetStep[] _steps;

    /// <summary>Takes steps in the order of their application.</summary>
    public JetChainCalibration(string name, JetStep[] steps) => (Name, _steps) = (name, steps);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        var jets = new JetMomenta(objects);
        foreach (JetStep step in _steps)
        {
            step.Apply(jets);
        }

        return jets.ToPredictions();
    }
}
