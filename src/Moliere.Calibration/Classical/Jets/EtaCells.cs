namespace Moliere.Calibration.Classical.Jets;

/// <summary>Jets sorted into cells of eta_det and of the logarithm of a positive quantity.</summary>
internal sealed class EtaCells
{
    private readonly List<int>[] _cells;

    /// <summary>Sorts the jets.</summary>
    /// <param name="jets">Jets to sort.</param>
    /// <param name="bins">Bins in eta_det.</param>
    /// <param name="logStep">Width of a cell in the logarithm of the quantity.</param>
    /// <param name="lowest">Lower edge of the first cell.</param>
    /// <param name="quantity">Quantity of a row; rows below the lowest are left out.</param>
    public EtaCells(MatchedJets jets, DetectorEtaBins bins, double logStep, double lowest, Func<int, double> quantity)
    {
        Bins = bins;
        int StepOf(int row) => (int)Math.Floor(Math.Log(quantity(row) / lowest) / logStep);
        int[] rows = [.. jets.Rows.Where(row => quantity(row) >= lowest && double.IsFinite(quantity(row)))];
        Steps = rows.Length == 0 ? 0 : rows.Max(StepOf) + 1;
        _cells = [.. Enumerable.Range(0, bins.Count * Steps).Select(_ => new List<int>())];
        foreach (int row in rows)
        {
            _cells[(bins.IndexOf(jets.Momenta.DetectorEta[row]) * Steps) + StepOf(row)].Add(row);
        }
    }

    /// <summary>Bins in eta_det.</summary>
    public DetectorEtaBins Bins { get; }

    /// <summary>Number of cells along the quantity.</summary>
    public int Steps { get; }

    /// <summary>Rows of a cell.</summary>
    public IReadOnlyList<int> At(int bin, int step) => _cells[(bin * Steps) + step];

    /// <summary>
    /// Rows of a cell and, where they are too few, of its neighbours in eta_det, symmetrically one further at a time.
    /// </summary>
    /// <param name="bin">Bin in eta_det.</param>
    /// <param name="step">Place along the quantity.</param>
    /// <param name="enough">Number of rows at which it stops.</param>
    /// <param name="farthest">Most bins to either side.</param>
    public int[] Borrowing(int bin, int step, int enough, int farthest)
    {
        List<int> rows = [.. At(bin, step)];
        for (int reach = 1; reach <= farthest && rows.Count < enough; reach++)
        {
            foreach (int neighbour in (ReadOnlySpan<int>)[bin - reach, bin + reach])
            {
                rows.AddRange(neighbour >= 0 && neighbour < Bins.Count ? At(neighbour, step) : []);
            }
        }

        return [.. rows];
    }
}
