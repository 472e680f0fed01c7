namespace Moliere.Learning.Losses;

/// <summary>p = 1 + tanh o: a positive prediction around 1 that can never be absurd, in (0, 2).</summary>
internal static class ShiftedTanh
{
    private const double Edge = 0.99; // starts a training no nearer to saturation than this

    /// <summary>p.</summary>
    public static float Value(float output) => 1 + MathF.Tanh(output);

    /// <summary>dp/do from p.</summary>
    public static float Slope(float value) => value * (2 - value);

    /// <summary>The output that predicts a value, or the nearest one away from saturation.</summary>
    public static float Output(double value) => (float)Math.Atanh(Math.Clamp(value - 1, -Edge, Edge));
}
