namespace Moliere.Calibration.Neural.Taus;

/// <summary>What a tau network learns of t, the true over the combined transverse momentum.</summary>
/// <source>Physics notes section 3.2 and section 4, pitfalls 1 and 2.</source>
public enum TauTarget
{
    /// <summary>
    /// Its logarithm, written as log10 of 1 / t: positive momenta by construction, and no tail that sets the scale.
    /// </summary>
    Logarithm,

    /// <summary>t itself, standardised by its median and central 68 % since its tail would hide its core.</summary>
    Ratio,
}
