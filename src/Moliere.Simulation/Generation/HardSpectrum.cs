namespace Moliere.Simulation.Generation;

/// <summary>
/// Distribution of a sample in its hard scale: the transverse momentum, or the mass of a pair of taus. At a given scale
/// everything else follows the matrix elements in each case.
/// </summary>
public enum HardSpectrum
{
    /// <summary>Flat in the logarithm of the scale, every weight 1: for training.</summary>
    Flat,

    /// <summary>Flat in the logarithm of the scale, weighted to the cross-section, mean 1: for validation.</summary>
    Falling,

    /// <summary>Drawn from the cross-section, every weight 1: as nature does it.</summary>
    Unweighted,
}
