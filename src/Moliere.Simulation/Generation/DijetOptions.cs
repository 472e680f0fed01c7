using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Generation;

/// <summary>What a dijet sample contains.</summary>
public sealed record DijetOptions
{
    /// <summary>Lower end of the hard partons' transverse momentum [GeV].</summary>
    [Range(5, 5000)]
    public double PtMin { get; init; } = 20;

    /// <summary>Upper end of the hard partons' transverse momentum [GeV], above <see cref="PtMin"/>.</summary>
    [Range(6, 6000)]
    public double PtMax { get; init; } = 1500;

    /// <summary>Flat in ln pT, or weighted to the falling spectrum.</summary>
    public DijetSpectrum Spectrum { get; init; } = DijetSpectrum.Flat;

    /// <summary>Exponent n of the falling spectrum pT^-n (1 - 2 pT/√s)^8; between 5 and 6 in QCD at the LHC.</summary>
    [Range(2.0, 10.0)]
    public double SpectrumPower { get; init; } = 5.5;

    /// <summary>Both hard partons lie in |eta| below this, before their recoil against radiation.</summary>
    [Range(0.1, 4.0)]
    public double EtaMax { get; init; } = 2;

    /// <summary>
    /// Activity of the underlying event relative to the mean inelastic collision; 1 adds about 1 GeV of scalar
    /// transverse momentum per unit area of eta-phi, 0 switches it off. The default suits the transverse region of the
    /// reference's dijets.
    /// </summary>
    [Range(0.0, 20.0)]
    public double UnderlyingActivity { get; init; } = 2.3;

    /// <summary>Effective colour charge of the radiating incoming partons; 0 switches initial radiation off.</summary>
    [Range(0.0, 10.0)]
    public double RadiationColour { get; init; } = 2.9;
}
