namespace Moliere.Learning.Trees.Growth;

/// <summary>Gradients and curvatures of some rows, summed in fixed point: exact, in whatever order.</summary>
/// <param name="Gradient">Sum of first derivatives over the step of their scale.</param>
/// <param name="Curvature">Sum of second derivatives over the step of theirs.</param>
internal readonly record struct GradientSum(long Gradient, long Curvature)
{
    public static GradientSum operator +(GradientSum a, GradientSum b) =>
        new(a.Gradient + b.Gradient, a.Curvature + b.Curvature);

    public static GradientSum operator -(GradientSum a, GradientSum b) =>
        new(a.Gradient - b.Gradient, a.Curvature - b.Curvature);
}
