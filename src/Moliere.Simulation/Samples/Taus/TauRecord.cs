using Moliere.Data.Objects;
using Moliere.Reconstruction.Taus;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>What the taus of one event share.</summary>
/// <param name="Number">Number of the event.</param>
/// <param name="Crossing">Number of the crossing whose pile-up it has.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Mu">Mean number of collisions per crossing.</param>
/// <param name="VertexCount">Reconstructed vertices.</param>
/// <param name="Density">Transverse momentum per area of the crossing without the hard collision [GeV].</param>
internal sealed record TauEvent(
    long Number, long Crossing, double Weight, double Mu, int VertexCount, double Density);

/// <summary>A row of a tau table.</summary>
/// <param name="Event">What it shares with the other tau of its event.</param>
/// <param name="Candidate">What is measured.</param>
/// <param name="Truth">The tau it is matched to.</param>
/// <param name="Distance">How far from it in eta and phi.</param>
internal sealed record TauRecord(TauEvent Event, TauCandidate Candidate, TrueTau Truth, double Distance);
