using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>
/// A cluster table seen through the binning of local cell weighting; derivation and application share it.
/// </summary>
internal sealed class LcwClusters
{
    private readonly CaloGeometry _geometry;
    private readonly float[] _energy;
    private readonly float[] _eta;
    private readonly float[] _density;
    private readonly float[] _lambda;
    private readonly JaggedColumn<int> _cells;
    private readonly JaggedColumn<float> _signals;
    private readonly JaggedColumn<float>? _deposits;

    /// <summary>Takes the columns and checks the cells: the table may come from a user's own file.</summary>
    /// <param name="table">A cluster table with cells.</param>
    /// <param name="geometry">The calorimeter that the cells index.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="InvalidDataException">A cell is not of this calorimeter, or lists differ in length.</exception>
    public LcwClusters(Table table, CaloGeometry geometry)
    {
        _geometry = geometry;
        _energy = table.Floats(ClusterColumns.EnergyEm);
        _eta = table.Floats(ClusterColumns.Rapidity);
        _density = table.Floats(ClusterColumns.EnergyDensity);
        _lambda = table.Floats(ClusterColumns.Lambda);
        _cells = table.Jagged<int>(ClusterColumns.CellIndex);
        _signals = table.Jagged<float>(ClusterColumns.CellEnergy);
        _deposits = table.Has(ClusterColumns.CellDeposit) ? table.Jagged<float>(ClusterColumns.CellDeposit) : null;
        RequireCells(geometry.CellCount);
        RequireSameLengths(_signals);
        if (_deposits is not null)
        {
            RequireSameLengths(_deposits);
        }
    }

    /// <summary>Whether energy, density and direction of a cluster can be looked up.</summary>
    public bool IsUsable(int row) => IsUsable(_energy[row], _eta[row], _density[row], _lambda[row]);

    /// <summary>Whether a cluster of these properties can be looked up.</summary>
    public static bool IsUsable(float energy, float eta, float density, float lambda) => energy > 0
        && float.IsFinite(energy) && density > 0 && float.IsFinite(density) && float.IsFinite(eta)
        && float.IsFinite(lambda);

    /// <summary>Bin in energy, density and depth.</summary>
    public int ShapeBin(int row) => LcwBinning.ShapeBin(_energy[row], _density[row], _lambda[row]);

    /// <summary>Bin in direction, energy, density and depth.</summary>
    public int ClassBin(int row) => LcwBinning.ClassBin(_eta[row], ShapeBin(row));

    /// <summary>
    /// Cells of a cluster: index, weight-table bin, signal [GeV], true deposit [GeV] (0 in tables without deposits).
    /// </summary>
    public IEnumerable<(int Cell, int Bin, float Signal, float Deposit)> Cells(int row)
    {
        int first = _cells.Offsets[row], last = _cells.Offsets[row + 1];
        for (int i = first; i < last; i++)
        {
            int cell = _cells.Values[i];
            float signal = _signals.Values[i];
            double density = Math.Abs(signal) / _geometry.Volume[cell];
            int bin = LcwBinning.WeightBin(_geometry.Sampling[cell], _eta[row], _energy[row], density);
            yield return (cell, bin, signal, _deposits?.Values[i] ?? 0);
        }
    }

    private void RequireCells(int count)
    {
        int bad = Array.FindIndex(_cells.Values, cell => cell < 0 || cell >= count);
        if (bad >= 0)
        {
            throw new InvalidDataException(
                $"Column '{_cells.Name}': found cell {_cells.Values[bad]}, expected 0 to {count - 1}; the table "
                + "belongs to another calorimeter, leave lcw out with --set methods=[...].");
        }
    }

    private void RequireSameLengths(JaggedColumn<float> values)
    {
        if (!values.Offsets.AsSpan().SequenceEqual(_cells.Offsets))
        {
            throw new InvalidDataException(
                $"Column '{values.Name}': found lists of other lengths than in '{_cells.Name}', expected one value per "
                + "cell; make the table again.");
        }
    }
}
