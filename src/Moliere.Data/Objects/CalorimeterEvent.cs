using Moliere.Data.Geometry;

namespace Moliere.Data.Objects;

/// <summary>
/// The calorimeter after one bunch crossing, one entry per cell of the geometry. The arrays are written in place so
/// that a worker reuses one instance for all its events.
/// </summary>
public sealed class CalorimeterEvent
{
    /// <summary>Makes an event without signal.</summary>
    /// <param name="geometry">The calorimeter whose cells index the arrays.</param>
    public CalorimeterEvent(CaloGeometry geometry)
    {
        Geometry = geometry;
        Energy = new float[geometry.CellCount];
        Deposit = new float[geometry.CellCount];
        Time = new float[geometry.CellCount];
    }

    /// <summary>The calorimeter whose cells index the arrays.</summary>
    public CaloGeometry Geometry { get; }

    /// <summary>Number of the generated event, unique in its source.</summary>
    public long Number { get; set; }

    /// <summary>Event weight; may be negative.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Mean number of collisions per crossing of this event.</summary>
    public double Mu { get; set; }

    /// <summary>Collisions in the same crossing beside the hard one.</summary>
    public int Overlaid { get; set; }

    /// <summary>Number of reconstructed primary vertices N_PV.</summary>
    public int VertexCount { get; set; }

    /// <summary>Signal of each cell at EM scale, with noise and pile-up [GeV]; may be negative.</summary>
    public float[] Energy { get; }

    /// <summary>
    /// True energy that the hard collision deposited in each cell [GeV]: electromagnetic, ionisation, invisible and
    /// escaped. Pile-up and noise never count.
    /// </summary>
    public float[] Deposit { get; }

    /// <summary>
    /// Time of each cell against the hard collision [ns]; valid where |Energy| exceeds twice the noise, else 0.
    /// </summary>
    public float[] Time { get; }
}
