using System.ComponentModel.DataAnnotations;

namespace Moliere.Validation.Metrics;

/// <summary>How figures and their uncertainties are made.</summary>
public sealed record MetricsOptions
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no errors.</summary>
    [Range(0, 10000)]
    public int Replicas { get; init; } = 200;

    /// <summary>Rows below which a bin gives no value (physics notes, section 1.7).</summary>
    [Range(2, 1000000)]
    public int MinimumEntries { get; init; } = 50;

    /// <summary>Logarithmic bins of the energy axis; published curves have 100.</summary>
    [Range(1, 1000)]
    public int EnergyBins { get; init; } = 24;

    /// <summary>Lower end of the energy axis [GeV].</summary>
    [Range(1e-3, 1e4)]
    public double EnergyLow { get; init; } = 0.3;

    /// <summary>Upper end of the energy axis [GeV].</summary>
    [Range(1e-2, 1e5)]
    public double EnergyHigh { get; init; } = 1000;

    /// <summary>Equally filled bins of the predicted spread, for its calibration curve.</summary>
    [Range(1, 100)]
    public int SpreadBins { get; init; } = 12;

    /// <summary>Seed of the run; replicas depend on it and on the event only.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; results do not depend on it.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = Environment.ProcessorCount;
}
