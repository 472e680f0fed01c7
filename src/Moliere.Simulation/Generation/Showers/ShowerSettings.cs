namespace Moliere.Simulation.Generation.Showers;

/// <summary>Numbers that govern a final-state shower.</summary>
internal sealed record ShowerSettings
{
    /// <summary>The settings of the generator.</summary>
    public static ShowerSettings Default { get; } = new();

    /// <summary>Coupling of each emission at its transverse momentum.</summary>
    public ShowerCoupling Coupling { get; init; } = ShowerCoupling.Running(0.1365); // Monash, TimeShower:alphaSvalue

    /// <summary>Transverse momentum [GeV] at which the shower ends and the strings take over.</summary>
    public double Cutoff { get; init; } = 0.5; // Monash, TimeShower:pTmin

    /// <summary>Whether the first emission of a quark and its antiquark follows the exact matrix element.</summary>
    public bool HasMatrixElements { get; init; } = true;

    /// <summary>Whether gluons split into quarks.</summary>
    public bool HasQuarkPairs { get; init; } = true;

    /// <summary>Whether only the first emission of an evolution is made; for tests against integrals.</summary>
    public bool IsFirstOnly { get; init; }
}
