using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// The published failure: a network that says the momentum itself, p = u m. Jets whose momentum is zero, negative
/// or not finite are not calibrated; all others get R = pt / p, however absurd.
/// </summary>
/// <source>Physics notes sections 2.8 and 4, pitfall 1.</source>
internal sealed class RawMomentumCalibration(
    string name, IJetNetwork start, Network network, double unit, int threads) : ICalibration
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>How the network was made.</summary>
    public NetworkPlan Plan => start.Plan;

    /// <summary>The network itself.</summary>
    public Network Network => network;

    /// <summary>Momentum of an output of 1 [GeV].</summary>
    public double Unit => unit;

    /// <summary>What the network says of each jet [GeV]: also zero, negative or not finite.</summary>
    public float[] Momenta(Table jets) =>
    [
        .. InSituCalibration.Means(network, start.Plan, start.RowsOf(jets), threads)
            .Select(mean => (float)(unit * mean)),
    ];

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        float[] pt = objects.Floats(JetColumns.Pt);
        float[] momenta = Momenta(objects);
        var status = new CalibrationStatus[pt.Length];
        var response = new float[pt.Length];
        for (int row = 0; row < pt.Length; row++)
        {
            float ratio = pt[row] / momenta[row];
            bool isPositive = ratio > 0 && float.IsFinite(ratio);
            response[row] = isPositive ? ratio : 1;
            status[row] = isPositive ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated;
        }

        return new() { Response = response, Status = status };
    }
}
