namespace Moliere.Calibration.InSitu;

/// <summary>The two leading jets of the selected events.</summary>
public sealed record DijetPairs
{
    /// <summary>
    /// Rows of the table, [2 E]: reference and probe of each event behind each other, which is which drawn at random.
    /// </summary>
    public required int[] Rows { get; init; }

    /// <summary>Average transverse momentum [GeV] by which each event was selected, [E]; frozen from then on.</summary>
    public required float[] Average { get; init; }

    /// <summary>What became of all events.</summary>
    public required DijetCuts Cuts { get; init; }

    /// <summary>Events E.</summary>
    public int Count => Average.Length;
}
