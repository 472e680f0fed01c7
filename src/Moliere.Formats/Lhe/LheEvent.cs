namespace Moliere.Formats.Lhe;

/// <summary>A hard event as a matrix-element generator leaves it: partons, before showers and hadrons.</summary>
/// <source>Boos et al., hep-ph/0109068, section 3; Andersen et al., arXiv:1405.1067, section 4: weights.</source>
public sealed record LheEvent
{
    /// <summary>Position in the file, from 0.</summary>
    public required long Number { get; init; }

    /// <summary>Number of the process in <see cref="LheRun.Processes"/>.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Weight of the event, in the meaning of <see cref="LheRun.WeightStrategy"/>; may be negative.</summary>
    public required double Weight { get; init; }

    /// <summary>Scale from which a shower may radiate [GeV]; negative where the file does not say.</summary>
    public required double Scale { get; init; }

    /// <summary>Electroweak coupling alpha of the event; negative where the file does not say.</summary>
    public double AlphaQed { get; init; }

    /// <summary>Strong coupling alpha_s of the event; negative where the file does not say.</summary>
    public double AlphaQcd { get; init; }

    /// <summary>Incoming, intermediate and outgoing particles in the order of the file.</summary>
    public required IReadOnlyList<LheParticle> Particles { get; init; }

    /// <summary>Further weights by their names, for other scales or densities; empty where there are none.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
