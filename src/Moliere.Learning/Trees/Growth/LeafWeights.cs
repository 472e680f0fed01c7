namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Value and worth of a leaf by its sums: the minimum of G w + (H + lambda) w²/2 within bounds, and twice what it lies
/// below 0.
/// </summary>
/// <param name="GradientStep">What a gradient of 1 stands for.</param>
/// <param name="CurvatureStep">What a curvature of 1 stands for.</param>
/// <param name="Lambda">Constant added to the curvature.</param>
/// <source>arXiv:1603.02754, equations 5 and 6.</source>
internal readonly record struct LeafWeights(double GradientStep, double CurvatureStep, double Lambda)
{
    /// <summary>w = -G/(H + lambda), the factor of the learning rate not included; 0 where H + lambda is not
    /// positive.</summary>
    public double Value(GradientSum sum)
    {
        double curvature = (sum.Curvature * CurvatureStep) + Lambda;
        return curvature > 0 ? -sum.Gradient * GradientStep / curvature : 0;
    }

    /// <summary>The same within the bounds of monotone features.</summary>
    public double Value(GradientSum sum, ValueBounds bounds) => bounds.Clamp(Value(sum));

    /// <summary>G²/(H + lambda).</summary>
    public double Worth(GradientSum sum)
    {
        double gradient = sum.Gradient * GradientStep, curvature = (sum.Curvature * CurvatureStep) + Lambda;
        return curvature > 0 ? gradient * gradient / curvature : 0;
    }

    /// <summary>-(2 G w + (H + lambda) w²) at a value that bounds may have moved off the minimum.</summary>
    public double Worth(GradientSum sum, double value) =>
        -value * ((2 * sum.Gradient * GradientStep) + (((sum.Curvature * CurvatureStep) + Lambda) * value));
}
