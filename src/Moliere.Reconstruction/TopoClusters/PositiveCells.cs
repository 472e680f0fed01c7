using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// The cells of one cluster with positive weighted energy, gathered for the shape moments; scratch is reused.
/// </summary>
internal sealed class PositiveCells
{
    private int[] _cell = new int[64];
    private double[] _energy = new double[64];
    private Vector[] _position = new Vector[64];

    /// <summary>Number of cells.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of the weighted energies [GeV].</summary>
    public double Sum { get; private set; }

    /// <summary>Sum of the squared weighted energies [GeV²].</summary>
    public double SumOfSquares { get; private set; }

    public ReadOnlySpan<int> Cell => _cell.AsSpan(0, Count);

    /// <summary>Weighted energies [GeV].</summary>
    public ReadOnlySpan<double> Energy => _energy.AsSpan(0, Count);

    /// <summary>Cell centres [mm].</summary>
    public ReadOnlySpan<Vector> Position => _position.AsSpan(0, Count);

    public void Load(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> weights, ReadOnlySpan<float> energy, CaloGeometry geometry)
    {
        if (_cell.Length < cells.Length)
        {
            int size = 2 * cells.Length;
            (_cell, _energy, _position) = (new int[size], new double[size], new Vector[size]);
        }

        (Count, Sum, SumOfSquares) = (0, 0, 0);
        for (int i = 0; i < cells.Length; i++)
        {
            double e = (double)weights[i] * energy[cells[i]];
            if (e > 0)
            {
                (_cell[Count], _energy[Count]) = (cells[i], e);
                _position[Count++] = Vector.OfCell(geometry, cells[i]);
                Sum += e;
                SumOfSquares += e * e;
            }
        }
    }

    /// <summary>Energy-weighted centre [mm].</summary>
    public Vector Centre()
    {
        Vector sum = default;
        for (int i = 0; i < Count; i++)
        {
            sum += _energy[i] * _position[i];
        }

        return (1 / Sum) * sum;
    }

    /// <summary>Energy-weighted mean of the cells' directions from the origin, as a unit vector.</summary>
    public Vector Direction()
    {
        Vector sum = default;
        for (int i = 0; i < Count; i++)
        {
            sum += _energy[i] * _position[i].ToUnit();
        }

        return sum.ToUnit();
    }

    /// <summary>
    /// Positions in this list of the two most energetic cells, ties to the lower; -1 if there is no second.
    /// </summary>
    public (int Leading, int Second) TwoLeading()
    {
        int leading = 0, second = -1;
        for (int i = 1; i < Count; i++)
        {
            if (_energy[i] > _energy[leading])
            {
                (leading, second) = (i, leading);
            }
            else if (second < 0 || _energy[i] > _energy[second])
            {
                second = i;
            }
        }

        return (leading, second);
    }
}
