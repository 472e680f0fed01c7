using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>What all jets of an event share.</summary>
/// <param name="Number">Number of the event.</param>
/// <param name="Pass">Repetition of the event.</param>
/// <param name="Weight">Event weight.</param>
/// <param name="Mu">Mean number of collisions per crossing.</param>
/// <param name="VertexCount">Reconstructed primary vertices.</param>
/// <param name="Density">Median transverse momentum per area [GeV].</param>
internal sealed record JetEvent(long Number, int Pass, double Weight, double Mu, int VertexCount, double Density);

/// <summary>What the tracks of a jet say.</summary>
/// <param name="Count">Their number.</param>
/// <param name="Width">Mean distance from the axis weighted with transverse momentum.</param>
/// <param name="ChargedFraction">Sum of their transverse momenta over that of the jet.</param>
internal readonly record struct JetTracks(int Count, double Width, double ChargedFraction);

/// <summary>A reconstructed jet with everything that its row says.</summary>
internal sealed record JetRecord
{
    /// <summary>The event.</summary>
    public JetEvent Event { get; init; } = new(0, 0, 1, 0, 0, 0);

    /// <summary>Position by transverse momentum, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>At EM scale, seen from the vertex [GeV].</summary>
    public required FourVector Momentum { get; init; }

    /// <summary>Pseudorapidity seen from the centre of the detector.</summary>
    public double DetectorEta { get; init; }

    /// <summary>Active area.</summary>
    public required double Area { get; init; }

    /// <summary>Shares of the energy by layer.</summary>
    public required double[] Layers { get; init; }

    /// <summary>Fewest clusters with 90 % of the energy.</summary>
    public required int N90 { get; init; }

    /// <summary>Its tracks.</summary>
    public required JetTracks Tracks { get; init; }

    /// <summary>Muon segments behind it.</summary>
    public int Segments { get; init; }

    /// <summary>Distance to the next reconstructed jet.</summary>
    public double Isolation { get; init; }

    /// <summary>The matched jet of particles; null without one.</summary>
    public TruthJet? Truth { get; init; }

    /// <summary>Distance of that to the next jet of particles.</summary>
    public double TruthIsolation { get; init; }

    /// <summary>Hardest first.</summary>
    public required IReadOnlyList<JetConstituent> Constituents { get; init; }

    /// <summary>Distance to the matched jet of particles; -1 without one.</summary>
    public double TruthDistance => Truth is null ? -1 : JetMatch.DistanceOf(Momentum, Truth.Momentum);
}
