using Moliere.Data.Geometry;

namespace Moliere.Simulation.Pileup;

/// <summary>What a deposit k crossings before the trigger adds to the measured energy, after pulse shaping.</summary>
/// <source>
/// Physics notes table 5.3. The long undershoot, printed there as -0.22, is -0.229 here: that value gives the
/// printed sums (0.02 of the weights, 2.96 of their squares).
/// </source>
public static class PulseWeights
{
    /// <summary>Crossings after the trigger that still count, as a negative k.</summary>
    public const int First = -4;

    /// <summary>Crossings before the trigger that still count.</summary>
    public const int Last = 20;

    /// <summary>Time between crossings [ns].</summary>
    public const double CrossingSpacing = 25;

    private static readonly float[] LiquidArgon =
    [
        0, 0.06f, 0.30f, 0.74f, 1, 0.75f, 0.31f, 0.04f, -0.10f, -0.19f,
        -0.229f, -0.229f, -0.229f, -0.229f, -0.229f, -0.229f, -0.229f, -0.229f, -0.229f, -0.229f,
        -0.21f, -0.18f, -0.12f, -0.06f, -0.03f,
    ];

    private static readonly float[] Tile = [-0.2f, -0.47f, -0.27f, 0.5f, 1, 0.5f, -0.27f, -0.47f, -0.2f];

    /// <summary>Weight of one crossing; 0 outside the range of the pulse.</summary>
    /// <param name="isTile">Whether the cell is read out by Tile's photomultipliers.</param>
    /// <param name="crossing">k; positive is before the trigger.</param>
    public static float Of(bool isTile, int crossing)
    {
        float[] weights = isTile ? Tile : LiquidArgon;
        int index = crossing - First;
        return index >= 0 && index < weights.Length ? weights[index] : 0;
    }

    /// <summary>Sum of the squared weights.</summary>
    /// <param name="isTile">Whether the cell is read out by Tile's photomultipliers.</param>
    public static double SumOfSquares(bool isTile) => (isTile ? Tile : LiquidArgon).Sum(w => (double)w * w);

    /// <summary>Whether a sampling is read out by Tile's photomultipliers; the others are liquid argon.</summary>
    /// <param name="sampling">Any.</param>
    public static bool IsTile(CaloSampling sampling) => sampling
        is CaloSampling.TileA or CaloSampling.TileBC or CaloSampling.TileD or CaloSampling.TileGap;
}
