namespace Moliere.Tagging.Pivot;

/// <summary>Rows of <see cref="PivotToy"/>.</summary>
/// <param name="Features">x0 and x1, [N, 2] row-major.</param>
/// <param name="Labels">1 for signal, 0 for background, [N].</param>
/// <param name="Nuisance">z, [N]; it moves signal only, but background has one too.</param>
public sealed record PivotSample(float[] Features, float[] Labels, float[] Nuisance)
{
    /// <summary>Number of rows N.</summary>
    public int RowCount => Labels.Length;
}
