namespace Moliere.Simulation.Detector.Description;

/// <summary>
/// Factors on a described detector, each 1 for the detector as described: the one-line changes with which a study is
/// trained on one detector and tested on another.
/// </summary>
public sealed record ResponseFactors
{
    /// <summary>Factor on the electronic noise of every cell, from 0 to 10 [1].</summary>
    public double Noise { get; init; } = 1;

    /// <summary>Factor on the ratio e/h of every layer, from 0.5 to 2 [1].</summary>
    public double EOverH { get; init; } = 1;

    /// <summary>Factor on the sampling fluctuations of every layer, from 0 to 5 [1].</summary>
    public double Sampling { get; init; } = 1;

    /// <summary>Factor on all material that is not read out, from 0 to 3 [1].</summary>
    public double DeadMaterial { get; init; } = 1;

    /// <summary>Both changes one after the other: the products of the factors.</summary>
    /// <param name="other">The second change.</param>
    public ResponseFactors Times(ResponseFactors other) => new()
    {
        Noise = Noise * other.Noise,
        EOverH = EOverH * other.EOverH,
        Sampling = Sampling * other.Sampling,
        DeadMaterial = DeadMaterial * other.DeadMaterial,
    };
}
