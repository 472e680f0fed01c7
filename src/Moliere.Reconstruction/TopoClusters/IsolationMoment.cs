using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Isolation of a cluster: for each sampling, the share of cells around it in that sampling that belong to no cluster;
/// then the mean over samplings weighted with the cluster's energy in them. 1 is alone, 0 is walled in.
/// </summary>
/// <remarks>
/// A sampling without perimeter (the presampler, whose cells have no neighbours in their layer) does not count;
/// a cluster without any perimeter is isolated.
/// </remarks>
/// <source>arXiv:1603.02934 section 4.2.4; physics notes table 1.2, feature 13.</source>
internal sealed class IsolationMoment(CaloGeometry geometry, CellNeighbours neighbours)
{
    private static readonly int SamplingCount = Enum.GetValues<CaloSampling>().Length;

    private readonly int[] _seenIn = new int[geometry.CellCount];
    private readonly double[] _energy = new double[SamplingCount];
    private readonly int[] _perimeter = new int[SamplingCount];
    private readonly int[] _free = new int[SamplingCount];
    private int _stamp;

    /// <summary>The moment in [0, 1].</summary>
    /// <param name="cells">Cells of the cluster.</param>
    /// <param name="weights">Their sharing weights.</param>
    /// <param name="energy">Signal of every cell of the event [GeV].</param>
    /// <param name="clusterOf">Cluster of every cell of the event before splitting, -1 for none.</param>
    public double Of(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> weights, ReadOnlySpan<float> energy, ReadOnlySpan<int> clusterOf)
    {
        Array.Clear(_energy);
        Array.Clear(_perimeter);
        Array.Clear(_free);
        _stamp++;
        foreach (int cell in cells)
        {
            _seenIn[cell] = _stamp;
        }

        for (int i = 0; i < cells.Length; i++)
        {
            int sampling = (int)geometry.Sampling[cells[i]];
            _energy[sampling] += Math.Max(weights[i] * energy[cells[i]], 0);
            CountAround(cells[i], sampling, clusterOf);
        }

        return Mean();
    }

    private void CountAround(int cell, int sampling, ReadOnlySpan<int> clusterOf)
    {
        foreach (int other in neighbours.Of(cell))
        {
            if (_seenIn[other] != _stamp && (int)geometry.Sampling[other] == sampling)
            {
                _seenIn[other] = _stamp;
                _perimeter[sampling]++;
                _free[sampling] += clusterOf[other] < 0 ? 1 : 0;
            }
        }
    }

    private double Mean()
    {
        double sum = 0, norm = 0;
        for (int s = 0; s < SamplingCount; s++)
        {
            if (_perimeter[s] > 0)
            {
                sum += _energy[s] * _free[s] / _perimeter[s];
                norm += _energy[s];
            }
        }

        return norm > 0 ? sum / norm : 1;
    }
}
