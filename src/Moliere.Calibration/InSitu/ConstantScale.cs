using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// One number for all jets: the median response of simulated ones. It brings jets of a narrow range of momenta near
/// their true scale and changes no relative width, so that tuned networks are compared with the jets as they came.
/// </summary>
/// <source>Physics notes section 2.4: a common factor does not change the asymmetry.</source>
public sealed class ConstantScale : ICalibration
{
    /// <summary>The scale of a known response.</summary>
    /// <param name="name">Name in tables and figures.</param>
    /// <param name="response">Momentum at constituent scale over true momentum, positive.</param>
    public ConstantScale(string name, double response) => (Name, Response) = (name, response);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>R of every jet.</summary>
    public double Response { get; }

    /// <summary>The median response of some jets.</summary>
    /// <param name="name">Name in tables and figures.</param>
    /// <param name="jets">Jet table with true momenta.</param>
    /// <param name="rows">Jets to look at; those without true momentum do not count.</param>
    /// <exception cref="ArgumentException">None of them has a true momentum.</exception>
    public static ConstantScale Derive(string name, Table jets, IReadOnlyList<int> rows)
    {
        float[] pt = jets.Floats(JetColumns.Pt), truth = jets.Floats(JetColumns.TruthPt);
        double[] responses =
            [.. rows.Where(row => truth[row] > 0 && pt[row] > 0).Select(row => (double)pt[row] / truth[row]).Order()];
        return responses.Length > 0 ? new(name, responses[responses.Length / 2])
            : throw new ArgumentException($"None of {rows.Count} jets has a true momentum.", nameof(rows));
    }

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        float[] pt = objects.Floats(JetColumns.Pt);
        return new()
        {
            Response = Array.ConvertAll(pt, value => value > 0 ? (float)Response : 1),
            Status = Array.ConvertAll(
                pt, value => value > 0 ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated),
        };
    }
}
