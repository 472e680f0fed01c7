namespace Moliere.Validation.Metrics.Tagging;

/// <summary>What a classifier reaches on some rows.</summary>
/// <param name="CrossEntropy">Mean over the rows [nats].</param>
/// <param name="Area">Area under the receiver operating curve, in [0, 1].</param>
/// <param name="Distance">Kolmogorov-Smirnov distance of background between both sides of the nuisance.</param>
/// <param name="Significance">The <see cref="Ams"/> at a threshold chosen before.</param>
public readonly record struct NuisanceFigure(double CrossEntropy, double Area, double Distance, double Significance);

/// <summary>What a classifier reaches on the rows themselves and on bootstrap replicas of them.</summary>
/// <param name="Samples">First the rows themselves, then each replica.</param>
public sealed record NuisanceFigures(IReadOnlyList<NuisanceFigure> Samples)
{
    /// <summary>One figure of it in all samples.</summary>
    /// <param name="figure">Which.</param>
    public double[] Select(Func<NuisanceFigure, double> figure) => [.. Samples.Select(figure)];
}
