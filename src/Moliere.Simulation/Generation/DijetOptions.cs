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

    /// <summary>Both hard partons lie in |eta| below this, before their recoil against radiation.</summary>
    [Range(0.1, 4.0)]
    public double EtaMax { get; init; } = 2;

    /// <summary>
    /// Activity of the underlying event relative to the mean of collisions of the same hardness; 0 switches it off.
    /// </summary>
    [Range(0.0, 20.0)]
    public double UnderlyingActivity { get; init; } = 1;

    /// <summary>Whether the incoming partons radiate.</summary>
    public bool HasInitialRadiation { get; init; } = true;
}
