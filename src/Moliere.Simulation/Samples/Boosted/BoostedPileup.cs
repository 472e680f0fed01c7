namespace Moliere.Simulation.Samples.Boosted;

/// <summary>Which crossings of a sample of large-radius jets have pile-up.</summary>
public enum BoostedPileup
{
    /// <summary>Every crossing.</summary>
    Always,

    /// <summary>None; noise and thresholds of the clustering are those with pile-up.</summary>
    Never,

    /// <summary>Every second one, those of even number: pile-up as a nuisance with two values.</summary>
    Both,
}
