namespace Moliere.Simulation.Generation;

/// <summary>Distribution of a dijet sample in transverse momentum; both are sampled flat in ln pT.</summary>
public enum DijetSpectrum
{
    /// <summary>Flat in ln pT, every weight 1: for training.</summary>
    Flat,

    /// <summary>Weighted to the falling spectrum of QCD: for validation.</summary>
    Falling,
}
