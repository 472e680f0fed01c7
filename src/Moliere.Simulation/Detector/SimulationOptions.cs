namespace Moliere.Simulation.Detector;

/// <summary>What is added to the deposits of the hard collision.</summary>
public sealed record SimulationOptions
{
    /// <summary>Whether cells get Gaussian electronic noise.</summary>
    public bool WithNoise { get; init; } = true;

    /// <summary>Whether pile-up collisions are overlaid; needs a library.</summary>
    public bool WithPileup { get; init; } = true;

    /// <summary>
    /// Whether the Gaussian noise has the width of electronics and pile-up together: a quick stand-in for
    /// collisions in the samples of single particles. Used only without pile-up.
    /// </summary>
    public bool PileupAsNoise { get; init; }

    /// <summary>
    /// Whether the event is turned by a random angle about the beam, so that repeated passes differ.
    /// </summary>
    public bool RotateAzimuth { get; init; } = true;
}
