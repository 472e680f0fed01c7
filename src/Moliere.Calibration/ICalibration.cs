using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration;

/// <summary>
/// A calibration of clusters or jets, classical or neural: it was derived from one table and is applied to any other.
/// All methods have this one form and therefore appear in the same plots.
/// </summary>
public interface ICalibration
{
    /// <summary>Short name in recipes, tables and figures, such as "lcw".</summary>
    public string Name { get; }

    /// <summary>
    /// Predicts the response R = reconstructed / true: E_EM / E_dep of each cluster, or the transverse momentum at
    /// constituent scale over the true one of each jet.
    /// </summary>
    /// <param name="objects">
    /// A table with the columns of <see cref="ClusterColumns"/> or of <see cref="JetColumns"/>.
    /// </param>
    /// <returns>One prediction per row; rows with unusable inputs have status "not calibrated" and factor 1.</returns>
    /// <exception cref="MissingColumnException">The table lacks a column that the method needs.</exception>
    /// <exception cref="InvalidDataException">The table's cells are not those of the calorimeter.</exception>
    public Predictions Apply(Table objects);
}
