namespace Moliere.Simulation.Generation;

/// <summary>How the events of a dijet sample are distributed in transverse momentum. Both are sampled flat in ln pT.</summary>
public enum DijetSpectrum
{
    /// <summary>Flat in ln pT, every weight 1: for training.</summary>
    Flat,

    /// <summary>Weighted to the falling spectrum of QCD: for validation.</summary>
    Falling,
}
