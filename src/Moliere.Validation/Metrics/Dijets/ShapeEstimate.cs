using Moliere.Numerics.Fits;
using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics.Dijets;

/// <summary>A fitted asymmetry of jets of particles with the errors of its parameters.</summary>
public sealed record ShapeEstimate
{
    /// <summary>The fitted distribution.</summary>
    public AsymmetryShape Shape => ShapeOf(Fit.Parameters);

    /// <summary>The fit: logarithms of width and tail, and the logit of the share.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>Width of a Gaussian fitted to the core of the same asymmetries.</summary>
    public required WidthEstimate Core { get; init; }

    /// <summary>Deviance of the shape per degree of freedom; near 1 where the shape describes the events.</summary>
    public double Quality => Fit.Deviance / Fit.Freedom;

    /// <summary>Dijets the shape was fitted to.</summary>
    public required int Entries { get; init; }

    /// <summary>The shape and core width that another sample of the same size might have given.</summary>
    /// <param name="rng">Stream.</param>
    internal (AsymmetryShape Shape, double Core) Vary(ref Rng rng)
    {
        AsymmetryShape moved = ShapeOf(Fit.Vary(ref rng));
        return (moved, Core.Value + (double.IsFinite(Core.Error) ? Core.Error * rng.NextGaussian() : 0));
    }

    /// <summary>The shape of fitted parameters.</summary>
    internal static AsymmetryShape ShapeOf(ReadOnlySpan<double> parameters) =>
        new(Math.Exp(parameters[0]), Math.Exp(parameters[1]), 1 / (1 + Math.Exp(-parameters[2])));
}
