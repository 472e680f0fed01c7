namespace Moliere.Learning.Trees.Objectives;

/// <summary>
/// The loss of one row by its margins: a formula as a struct, so that the loop over rows is compiled for each.
/// </summary>
internal interface IMarginLoss
{
    /// <summary>Number of margins K.</summary>
    public int MarginCount { get; }

    /// <summary>Loss, gradients and curvatures of a row of weight 1.</summary>
    /// <param name="margins">[K].</param>
    /// <param name="target">Of the row.</param>
    /// <param name="pairs">
    /// Receives [K, 2]: the derivative of the loss by each margin, and a positive curvature for the step towards its
    /// minimum.
    /// </param>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs);

    /// <summary>The constant margins that fit rows best.</summary>
    /// <param name="rows">Rows to fit.</param>
    /// <param name="start">Receives [K].</param>
    public void Start(TreeRows rows, Span<float> start);

    /// <summary>What a target should have been; null for a good one.</summary>
    public string? Objection(float target);
}
