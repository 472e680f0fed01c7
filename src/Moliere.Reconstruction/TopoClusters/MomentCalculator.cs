using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Computes energy and momentum of a cluster from its cells, and apart from these its moments, which cost more and are
/// not wanted of every cluster. Shapes use cells of positive weighted energy; energy, deposit and noise use all cells.
/// </summary>
/// <remarks>
/// One- and two-cell clusters: the axis is the direction from the origin, the second moments m²_lat and m²_long are 0
/// (nothing is left beyond the two leading cells), the time variance of a single cell is 0. Times count where the
/// signal exceeds twice the noise, as only these are measured; without any the time and its variance are 0.
/// </remarks>
/// <source>arXiv:1603.02934 section 4; physics notes table 1.2.</source>
internal sealed class MomentCalculator
{
    // Least distance of the two leading cells [mm], physics notes 1.2.
    private const double LateralCore = 40, LongitudinalCore = 100;
    private const double TimeThreshold = 2; // in units of the noise, CalorimeterEvent.Time

    private readonly CaloGeometry _geometry;
    private readonly float[] _noise;
    private readonly IsolationMoment _isolation;
    private readonly PrincipalAxis _axis = new();
    private readonly FrontFace _front;
    private readonly PositiveCells _positive = new();

    public MomentCalculator(CaloGeometry geometry, CellNeighbours neighbours, float[] noise)
    {
        (_geometry, _noise) = (geometry, noise);
        _isolation = new IsolationMoment(geometry, neighbours);
        _front = new FrontFace(geometry);
    }

    /// <summary>The cluster without moments; its momentum stays 0 if no cell is positive.</summary>
    /// <param name="cells">Cell indices, ascending.</param>
    /// <param name="weights">Sharing weight of each.</param>
    /// <param name="source">The event the cells belong to.</param>
    public Cluster Measure(ReadOnlySpan<int> cells, ReadOnlySpan<float> weights, CalorimeterEvent source)
    {
        double energy = 0, deposit = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            energy += (double)weights[i] * source.Energy[cells[i]];
            deposit += (double)weights[i] * source.Deposit[cells[i]];
        }

        _positive.Load(cells, weights, source.Energy, _geometry);
        return new()
        {
            Cells = cells.ToArray(),
            Weights = weights.ToArray(),
            Energy = energy,
            Deposit = deposit,
            Momentum = _positive.Count == 0 ? default : Massless(energy, _positive.Direction()),
        };
    }

    /// <summary>The moments of a cluster; 0 if no cell is positive.</summary>
    /// <param name="cluster">From <see cref="Measure"/>.</param>
    /// <param name="source">The event the cells belong to.</param>
    /// <param name="clusterOf">Cluster of every cell of the event before splitting, -1 for none.</param>
    public ClusterMoments MomentsOf(Cluster cluster, CalorimeterEvent source, ReadOnlySpan<int> clusterOf)
    {
        ClusterMoments shape = ShapeOf(cluster, source);
        return _positive.Count == 0 ? default : shape with
        {
            Isolation = _isolation.Of(cluster.Cells, cluster.Weights, source.Energy, clusterOf),
        };
    }

    /// <summary>The moments that need no other clusters: all but the isolation, which is 0.</summary>
    /// <param name="cluster">From <see cref="Measure"/>.</param>
    /// <param name="source">The event the cells belong to.</param>
    public ClusterMoments ShapeOf(Cluster cluster, CalorimeterEvent source)
    {
        _positive.Load(cluster.Cells, cluster.Weights, source.Energy, _geometry);
        return _positive.Count == 0 ? default : Shape(source) with
        {
            Significance = cluster.Energy / NoiseOf(cluster),
        };
    }

    private static FourVector Massless(double energy, Vector unit) =>
        new(energy * unit.X, energy * unit.Y, energy * unit.Z, energy);

    private double NoiseOf(Cluster cluster)
    {
        double squares = 0;
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            double sigma = cluster.Weights[i] * _noise[cluster.Cells[i]];
            squares += sigma * sigma;
        }

        return Math.Sqrt(squares);
    }

    private ClusterMoments Shape(CalorimeterEvent source)
    {
        Vector centre = _positive.Centre();
        Vector axis = _axis.Find(_positive.Energy, _positive.Position, centre);
        (double time, double variance) = TimeMoments(source);
        (double longitudinal, double lateral, double lambda2) = SecondMoments(centre, axis);
        return new()
        {
            Time = time,
            TimeVariance = Math.Max(0, variance),
            CenterLambda = _front.DepthOf(centre, axis),
            CenterMagnitude = centre.Length,
            EmFraction = EmEnergy() / _positive.Sum,
            FirstEnergyDensity = DensitySum() / _positive.Sum,
            SecondLambda = lambda2,
            Longitudinal = longitudinal,
            Lateral = lateral,
            PtD = Math.Sqrt(_positive.SumOfSquares) / _positive.Sum,
        };
    }

    private (double Mean, double Variance) TimeMoments(CalorimeterEvent source)
    {
        double norm = 0, sum = 0, squares = 0;
        for (int i = 0; i < _positive.Count; i++)
        {
            int cell = _positive.Cell[i];
            if (source.Energy[cell] > TimeThreshold * _noise[cell])
            {
                double w = _positive.Energy[i] * _positive.Energy[i], t = source.Time[cell];
                double step = t - sum; // running weighted mean: subtracting squares would lose a small variance
                norm += w;
                sum += step * w / norm;
                squares += w * step * (t - sum);
            }
        }

        return norm > 0 ? (sum, squares / norm) : (0, 0);
    }

    // L / (L + C): C holds the two leading cells at no less than the core distance, L all others.
    private (double Longitudinal, double Lateral, double Lambda2) SecondMoments(Vector centre, Vector axis)
    {
        (int leading, int second) = _positive.TwoLeading();
        double coreLong = 0, coreLat = 0, restLong = 0, restLat = 0, sum = 0;
        ReadOnlySpan<double> energy = _positive.Energy;
        ReadOnlySpan<Vector> position = _positive.Position;
        for (int i = 0; i < energy.Length; i++)
        {
            Vector d = position[i] - centre;
            double lambda = d.Dot(axis), lambda2 = lambda * lambda, r2 = Math.Max(d.Dot(d) - lambda2, 0);
            double e = energy[i];
            sum += e * lambda2;
            if (i == leading || i == second)
            {
                coreLong += e * Math.Max(lambda2, LongitudinalCore * LongitudinalCore);
                coreLat += e * Math.Max(r2, LateralCore * LateralCore);
            }
            else
            {
                restLong += e * lambda2;
                restLat += e * r2;
            }
        }

        return (restLong / (restLong + coreLong), restLat / (restLat + coreLat), sum / _positive.Sum);
    }

    private double EmEnergy()
    {
        double sum = 0;
        for (int i = 0; i < _positive.Count; i++)
        {
            CaloSampling sampling = _geometry.Sampling[_positive.Cell[i]];
            sum += sampling is (>= CaloSampling.Emb1 and <= CaloSampling.Eme3) or CaloSampling.Fcal1
                ? _positive.Energy[i] : 0;
        }

        return sum;
    }

    private double DensitySum()
    {
        double sum = 0;
        for (int i = 0; i < _positive.Count; i++)
        {
            sum += _positive.Energy[i] * _positive.Energy[i] / _geometry.Volume[_positive.Cell[i]];
        }

        return sum;
    }
}
