namespace Moliere.Learning.Models;

/// <summary>How the points of a set enter a network over sets.</summary>
public enum SetNetworkKind
{
    /// <summary>All features of a point pass through the point network: F(sum of Phi(p)).</summary>
    ParticleFlow,

    /// <summary>
    /// One feature of a point, its share z, only weighs what the others give: F(sum of z Phi(angle)). With shares that
    /// add up when points merge, splitting a point in two or adding one of no share changes nothing.
    /// </summary>
    EnergyFlow,
}
