namespace Moliere.Simulation.Samples.Displaced;

/// <summary>The samples of the search for displaced jets.</summary>
/// <source>arXiv:2203.01009, sections 4 and 5.</source>
public enum DisplacedSample
{
    /// <summary>Two long-lived scalars that decay in the calorimeter.</summary>
    Signal,

    /// <summary>Dijets of QCD.</summary>
    Qcd,

    /// <summary>Muons along the beam, a part of them in the crossing of a dijet.</summary>
    BeamInduced,

    /// <summary>Balanced dijets as simulation has them.</summary>
    ControlSimulation,

    /// <summary>Other balanced dijets, with cluster times as data have them.</summary>
    ControlData,
}
