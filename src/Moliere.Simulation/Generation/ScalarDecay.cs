namespace Moliere.Simulation.Generation;

/// <summary>What a long-lived scalar decays to.</summary>
public enum ScalarDecay
{
    /// <summary>A bottom quark and its antiquark.</summary>
    Bottom,

    /// <summary>A charm quark and its antiquark.</summary>
    Charm,

    /// <summary>A pair of taus.</summary>
    Tau,

    /// <summary>As the Higgs boson couples: to each of the three by the square of its mass times its colours.</summary>
    ByMass,
}
