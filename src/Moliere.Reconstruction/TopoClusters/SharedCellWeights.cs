using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// How two parts of a split cluster divide a shared cell: w1 = E1/(E1 + r E2), w2 = 1 - w1, r = exp(d1 - d2), with the
/// energies and centres of the parts taken from the cells they own alone and d the distance of the cell to each centre.
/// </summary>
/// <source>arXiv:1603.02934 section 3.2, eqs. 9-10; physics notes 1.1.</source>
internal sealed class SharedCellWeights(CaloGeometry geometry, double unitLength)
{
    // A part whose negative cells outweigh its maximum still claims a little: the energy may not reach zero.
    private const double LeastEnergy = 1e-3;

    // Keeps both weights above 0 in single precision however far the cell; such a share is below a thousandth anyway.
    private const double LargestExponent = 10;

    private readonly List<double> _energy = [];
    private readonly List<Vector> _centre = [];
    private readonly List<double> _norm = [];

    /// <summary>Sums energies and centres of the parts over the cells that are not shared.</summary>
    public void Measure(
        ReadOnlySpan<int> cells, ReadOnlySpan<int> first, ReadOnlySpan<int> second, float[] energy, int count)
    {
        Reset(count);
        foreach (int cell in cells)
        {
            if (second[cell] < 0)
            {
                int part = first[cell];
                double positive = Math.Max(energy[cell], 0);
                _energy[part] += energy[cell];
                _norm[part] += positive;
                _centre[part] += positive * Vector.OfCell(geometry, cell);
            }
        }

        for (int part = 0; part < count; part++)
        {
            _energy[part] = Math.Max(_energy[part], LeastEnergy);
            _centre[part] = (1 / _norm[part]) * _centre[part]; // the maximum itself is positive and never shared
        }
    }

    /// <summary>Weight of a cell in a part that owns it alone (1) or shares it; the two shares sum to 1.</summary>
    public float WeightOf(int cell, int part, int first, int second)
    {
        if (second < 0)
        {
            return 1;
        }

        Vector at = Vector.OfCell(geometry, cell);
        double d1 = (at - _centre[first]).Length / unitLength, d2 = (at - _centre[second]).Length / unitLength;
        double r = Math.Exp(Math.Clamp(d1 - d2, -LargestExponent, LargestExponent));
        double total = _energy[first] + (r * _energy[second]);
        return (float)((part == first ? _energy[first] : r * _energy[second]) / total);
    }

    private void Reset(int count)
    {
        _energy.Clear();
        _centre.Clear();
        _norm.Clear();
        for (int part = 0; part < count; part++)
        {
            _energy.Add(0);
            _centre.Add(default);
            _norm.Add(0);
        }
    }
}
