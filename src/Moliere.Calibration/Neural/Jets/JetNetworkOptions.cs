using Moliere.Calibration.Closure;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>What a jet network learns from: its inputs, jets and their spectrum, and the closure at the end.</summary>
public sealed record JetNetworkOptions
{
    /// <summary>What the network looks at.</summary>
    public JetNetworkKind Kind { get; init; }

    /// <summary>What becomes of jets in which an input is missing.</summary>
    public MissingInputs Missing { get; init; }

    /// <summary>Whether both ends of the detector count as one, which doubles the statistics.</summary>
    public bool FoldEta { get; init; } = true;

    /// <summary>
    /// Whether a jet and its mirror image in azimuth count as one: constituents are turned so that the wider side of
    /// the jet is at positive azimuth.
    /// </summary>
    public bool FoldPhi { get; init; }

    /// <summary>Which jets are learnt from.</summary>
    public JetSelection Selection { get; init; } = new();

    /// <summary>The spectrum that the network is shown.</summary>
    public JetSpectrum Spectrum { get; init; } = new();

    /// <summary>What the network learns.</summary>
    public JetTarget Target { get; init; }

    /// <summary>Whether uncertainties are scaled to what validation jets show.</summary>
    public bool ScaleSpread { get; init; } = true;

    /// <summary>The correction of the mean after the network; null for none.</summary>
    public ClosureOptions? Closure { get; init; } = new();
}
