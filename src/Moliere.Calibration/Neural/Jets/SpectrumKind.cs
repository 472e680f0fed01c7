namespace Moliere.Calibration.Neural.Jets;

/// <summary>Spectra of true transverse momenta for training.</summary>
public enum SpectrumKind
{
    /// <summary>Every jet counts once, as the sample has them.</summary>
    AsSampled,

    /// <summary>Flat in ln pT: weights are the inverse of how many jets a bin of ln pT has.</summary>
    Flat,

    /// <summary>The event weights of the sample, which make its spectrum the natural one.</summary>
    EventWeights,

    /// <summary>Falling with a power of pT, whatever the sample's spectrum.</summary>
    Power,
}
