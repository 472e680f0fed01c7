using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>A cluster or track of a jet as it enters the table.</summary>
/// <param name="Momentum">Seen from the vertex [GeV].</param>
/// <param name="IsTrack">Whether it is a track of the hard vertex.</param>
/// <param name="EmFraction">Of a cluster: share of its energy in the electromagnetic calorimeter.</param>
/// <param name="Lambda">Of a cluster: depth of its centre [mm].</param>
internal readonly record struct JetConstituent(
    FourVector Momentum, bool IsTrack, double EmFraction = 0, double Lambda = 0);
