using System.ComponentModel.DataAnnotations;
using Moliere.Data;

namespace Moliere.Simulation.Generation;

/// <summary>What a particle gun shoots.</summary>
public sealed record GunOptions
{
    /// <summary>Particle number; a particle and its antiparticle are shot in equal parts where they differ.</summary>
    public int PdgId { get; init; } = Data.PdgId.PiPlus;

    /// <summary>Particles per event.</summary>
    [Range(1, 24)]
    public int Count { get; init; } = 8;

    /// <summary>Lower end of the energy, drawn flat in ln E [GeV]; raised to the mass where below it.</summary>
    [Range(0.01, 10000)]
    public double EnergyMin { get; init; } = 0.2;

    /// <summary>Upper end of the energy [GeV], above <see cref="EnergyMin"/>.</summary>
    [Range(0.02, 10000)]
    public double EnergyMax { get; init; } = 1000;

    /// <summary>Directions are flat in |eta| below this.</summary>
    [Range(0.1, 4.9)]
    public double EtaMax { get; init; } = 1.7;

    /// <summary>Smallest distance in eta-phi between two particles, so that their showers do not overlap.</summary>
    [Range(0.0, 2.0)]
    public double MinDistance { get; init; } = 0.9;
}
