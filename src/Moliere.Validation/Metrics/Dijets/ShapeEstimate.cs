using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>A fitted asymmetry of jets of particles with the errors of its parameters.</summary>
public sealed record ShapeEstimate
{
    /// <summary>The fitted distribution.</summary>
    public required AsymmetryShape Shape { get; init; }

    /// <summary>Covariance of the logarithms of width and tail, <c>[2, 2]</c>.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Width of a Gaussian fitted to the core of the same asymmetries.</summary>
    public required WidthEstimate Core { get; init; }

    /// <summary>Deviance of the shape per degree of freedom; near 1 where the shape describes the events.</summary>
    public required double Quality { get; init; }

    /// <summary>Dijets the shape was fitted to.</summary>
    public required int Entries { get; init; }

    /// <summary>The shape and core width that another sample of the same size might have given: moved by normal
    /// variates with the covariance of the fit.</summary>
    /// <param name="rng">Stream.</param>
    internal (AsymmetryShape Shape, double Core) Vary(ref Rng rng)
    {
        double first = rng.NextGaussian(), second = rng.NextGaussian(), third = rng.NextGaussian();
        double width = Math.Sqrt(Math.Max(0, Covariance[0, 0])), mixed = width > 0 ? Covariance[0, 1] / width : 0;
        double rest = Math.Sqrt(Math.Max(0, Covariance[1, 1] - (mixed * mixed)));
        AsymmetryShape moved = new(
            Shape.Width * Math.Exp(width * first), Shape.Tail * Math.Exp((mixed * first) + (rest * second)));
        return (double.IsFinite(moved.Width) && double.IsFinite(moved.Tail) ? moved : Shape,
            Core.Value + (Core.Error * third));
    }
}
