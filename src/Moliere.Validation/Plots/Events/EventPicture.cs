using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Validation.Plots.Events;

/// <summary>One reconstructed event to be drawn by <see cref="EventSvg"/>.</summary>
public sealed record EventPicture
{
    /// <summary>Heading, such as "dijets, event 17".</summary>
    public required string Title { get; init; }

    /// <summary>Cells with their signals; the geometry decides the range of the views.</summary>
    public required CalorimeterEvent Event { get; init; }

    /// <summary>Total noise of each cell, positive [GeV]; cells below twice of it are not drawn.</summary>
    public required float[] Noise { get; init; }

    /// <summary>Topo-clusters, in the order the jets count them.</summary>
    public required IReadOnlyList<Cluster> Clusters { get; init; }

    /// <summary>Jets by decreasing transverse momentum; constituents index <see cref="Clusters"/>.</summary>
    public required IReadOnlyList<Jet> Jets { get; init; }

    /// <summary>Jets of true particles [GeV], by decreasing transverse momentum; possibly none.</summary>
    public IReadOnlyList<FourVector> TruthJets { get; init; } = [];

    /// <summary>Charged particles to draw in the tracker; possibly none.</summary>
    public IReadOnlyList<PictureTrack> Tracks { get; init; } = [];

    /// <summary>What <see cref="Tracks"/> are, for the legend.</summary>
    public string TrackLabel { get; init; } = "charged particles";

    /// <summary>Radius parameter of all jets in eta and phi [rad].</summary>
    public double JetRadius { get; init; } = 0.4;

    /// <summary>Smallest transverse momentum that jets were searched with, for the legend [GeV].</summary>
    public double JetPtMin { get; init; } = 20;

    /// <summary>Field along the beam, which bends the tracks [tesla].</summary>
    public double FieldTesla { get; init; } = 2;

    /// <summary>Radius at which tracks end [mm].</summary>
    public double TrackerRadius { get; init; } = 1150;

    /// <summary>Where the event comes from; printed on the picture.</summary>
    public string Label { get; init; } = "parametrised simulation";
}
