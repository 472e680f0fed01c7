namespace Moliere.Validation.Metrics.Taus;

/// <summary>Share of the taus of a bin whose decay mode was found.</summary>
/// <param name="metric">Efficiency or purity, by what the bins are cut in.</param>
/// <param name="truth">True decay mode per row; -1 leaves the row out.</param>
/// <param name="found">Decay mode that was found; NaN leaves the row out.</param>
internal sealed class ModeSubject(string metric, float[] truth, float[] found)
    : FigureSubject(TauMetric.ModeClassifier)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } = [metric];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin) => bin.AddMeans(Metrics, IsRight);

    private bool IsRight(int row, Span<double> values)
    {
        values[0] = truth[row] == found[row] ? 1 : 0;
        return truth[row] >= 0 && found[row] >= 0;
    }
}
