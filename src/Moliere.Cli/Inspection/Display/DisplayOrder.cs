using Moliere.Simulation.Generation;

namespace Moliere.Cli.Inspection.Display;

/// <summary>Which event to draw, as ordered on the command line.</summary>
internal sealed record DisplayOrder
{
    /// <summary>Number of the event, from 0.</summary>
    public required long Number { get; init; }

    /// <summary>A file of events; null takes the embedded generator.</summary>
    public string? Path { get; init; }

    /// <summary>What the embedded generator makes.</summary>
    public Process Process { get; init; } = Process.Dijets;

    /// <summary>Lower end of the transverse momentum of the generated partons or bosons [GeV].</summary>
    public double PtMin { get; init; } = 100;

    /// <summary>Mean number of collisions per crossing.</summary>
    public double Mu { get; init; } = 36;

    /// <summary>Seed of generator, showers, pile-up and noise.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the picture goes.</summary>
    public required string Out { get; init; }
}
