using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>
/// A cluster table seen through the binning of local cell weighting; derivation and application share it.
/// </summary>
internal sealed class LcwClusters(Table table, CaloGeometry geometry)
{
    private readonly float[] _energy = table.Floats(ClusterColumns.EnergyEm);
    private readonly float[] _eta = table.Floats(ClusterColumns.Rapidity);
    private readonly float[] _density = table.Floats(ClusterColumns.EnergyDensity);
    private readonly float[] _lambda = table.Floats(ClusterColumns.Lambda);
    private readonly JaggedColumn<int> _cells = table.Jagged<int>(ClusterColumns.CellIndex);
    private readonly JaggedColumn<float> _signals = table.Jagged<float>(ClusterColumns.CellEnergy);
    private readonly JaggedColumn<float>? _deposits =
        table.Has(ClusterColumns.CellDeposit) ? table.Jagged<float>(ClusterColumns.CellDeposit) : null;

    /// <summary>Whether energy, density and direction of a cluster can be looked up.</summary>
    public bool IsUsable(int row) => _energy[row] > 0 && float.IsFinite(_energy[row]) && _density[row] > 0
        && float.IsFinite(_density[row]) && float.IsFinite(_eta[row]) && float.IsFinite(_lambda[row]);

    /// <summary>Bin in energy, density and depth.</summary>
    public int ShapeBin(int row) => LcwBinning.ShapeBin(_energy[row], _density[row], _lambda[row]);

    /// <summary>Bin in direction, energy, density and depth.</summary>
    public int ClassBin(int row) => LcwBinning.ClassBin(_eta[row], ShapeBin(row));

    /// <summary>
    /// Cells of a cluster: weight-table bin, signal [GeV], true deposit [GeV] (0 in tables without deposits).
    /// </summary>
    public IEnumerable<(int Bin, float Signal, float Deposit)> Cells(int row)
    {
        int first = _cells.Offsets[row], last = _cells.Offsets[row + 1];
        for (int i = first; i < last; i++)
        {
            int cell = _cells.Values[i];
            float signal = _signals.Values[i];
            double density = Math.Abs(signal) / geometry.Volume[cell];
            int bin = LcwBinning.WeightBin(geometry.Sampling[cell], _eta[row], _energy[row], density);
            yield return (bin, signal, _deposits?.Values[i] ?? 0);
        }
    }

    /// <summary>Index of the cell of each entry of <see cref="Cells"/>, in the same order.</summary>
    public ReadOnlySpan<int> CellIndices(int row) => _cells[row];
}
