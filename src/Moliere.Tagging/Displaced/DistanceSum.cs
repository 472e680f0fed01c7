namespace Moliere.Tagging.Displaced;

/// <summary>Jets of an event whose distances to the closest track are summed.</summary>
/// <source>
/// arXiv:2203.01009, section 7: all jets. A score that has seen the tracks of the jet most like signal is correlated
/// with that jet's distance, so the others are offered.
/// </source>
public enum DistanceSum
{
    /// <summary>All but the one most like signal.</summary>
    Others,

    /// <summary>All of them, as published.</summary>
    All,
}
