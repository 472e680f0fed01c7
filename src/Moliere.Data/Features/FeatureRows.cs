using Moliere.Data.Tables;

namespace Moliere.Data.Features;

/// <summary>Rows of a table that features are fitted on; a sample may come as any number of such pieces.</summary>
/// <param name="Table">Has the columns of all expressions.</param>
/// <param name="Rows">Rows of the training sample.</param>
/// <param name="Weights">One weight per row of the table; null for equal ones.</param>
public sealed record FeatureRows(Table Table, int[] Rows, float[]? Weights);
