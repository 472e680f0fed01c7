namespace Moliere.Simulation.Generation;

/// <summary>What the W bosons of a pair of top quarks decay to.</summary>
public enum TopDecay
{
    /// <summary>Both to quarks.</summary>
    Hadronic,

    /// <summary>One to quarks, the other to a lepton and its neutrino.</summary>
    SemiLeptonic,

    /// <summary>Each by its branching fractions.</summary>
    Inclusive,
}
