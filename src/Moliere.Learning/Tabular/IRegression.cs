using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Learning.Tabular;

/// <summary>A fitted method that predicts one number per row of a table, in the unit of its target.</summary>
public interface IRegression
{
    /// <summary>
    /// Predicts every row. The value is <see cref="Predictions.Response"/>; where a feature is not finite it is NaN and
    /// the row's status says so.
    /// </summary>
    /// <param name="table">Has the columns of all features.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public Predictions Apply(Table table, int threads);
}
