using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>
/// Local cell weighting, steps 1 and 2: a cluster is classified as electromagnetic with probability P, then each of its
/// cells is weighted with P + (1 - P) w_had. E_LCW = HAD_WEIGHT × E_EM. The later steps correct for energy outside the
/// cluster and in dead material, which E_dep does not contain, and are left out on purpose.
/// </summary>
/// <source>arXiv:1603.02934 section 5; physics notes section 1.6, steps 1 and 2.</source>
public sealed class LcwTables : ICalibration
{
    private readonly CaloGeometry _geometry;

    internal LcwTables(CaloGeometry geometry, float[] emProbability, float[] hadronicWeight)
    {
        (_geometry, EmProbability, HadronicWeight) = (geometry, emProbability, hadronicWeight);
    }

    /// <inheritdoc/>
    public string Name => "lcw";

    /// <summary>P_EM in [0, 1] by classification bin.</summary>
    internal float[] EmProbability { get; }

    /// <summary>
    /// Mean true over reconstructed energy of hadronic cells by weight bin; 1 where the sample was too small.
    /// </summary>
    internal float[] HadronicWeight { get; }

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        var view = new LcwClusters(objects, _geometry);
        var response = new float[objects.RowCount];
        var status = new CalibrationStatus[objects.RowCount];
        for (int row = 0; row < response.Length; row++)
        {
            double weight = view.IsUsable(row) ? HadWeight(view, row) : double.NaN;
            bool isUsable = double.IsFinite(weight) && weight > 0;
            (response[row], status[row]) = isUsable
                ? ((float)(1 / weight), CalibrationStatus.Calibrated)
                : (1f, CalibrationStatus.NotCalibrated);
        }

        return new Predictions { Response = response, Status = status };
    }

    /// <summary>What the tables say of one cluster; the same as <see cref="Apply"/> says of it as a row.</summary>
    /// <param name="cluster">With its moments.</param>
    /// <param name="source">The event its cells belong to, of the calorimeter the tables are for.</param>
    /// <returns>Factor 1 and probability 0 for a cluster that cannot be looked up.</returns>
    public ClusterScale Of(Cluster cluster, CalorimeterEvent source)
    {
        // Rows of a table are in single precision: a value at the edge of a bin is in the same bin here.
        float energy = (float)cluster.Energy, density = (float)cluster.Moments.FirstEnergyDensity;
        float eta = (float)cluster.Momentum.Rapidity, lambda = (float)cluster.Moments.CenterLambda;
        if (!LcwClusters.IsUsable(energy, eta, density, lambda))
        {
            return new(0, 1);
        }

        double p = EmProbability[LcwBinning.ClassBin(eta, LcwBinning.ShapeBin(energy, density, lambda))];
        int row = LcwBinning.WeightRow(eta, energy);
        double before = 0, after = 0;
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            int cell = cluster.Cells[i];
            float signal = cluster.Weights[i] * source.Energy[cell];
            double cellDensity = Math.Abs(signal) / _geometry.Volume[cell];
            int bin = LcwBinning.WeightBin(_geometry.Sampling[cell], row, cellDensity);
            before += signal;
            after += signal * (p + ((1 - p) * HadronicWeight[bin]));
        }

        double factor = after / before;
        return new(p, double.IsFinite(factor) && factor > 0 ? factor : 1);
    }

    private double HadWeight(LcwClusters view, int row)
    {
        double p = EmProbability[view.ClassBin(row)], before = 0, after = 0;
        foreach ((_, int bin, float energy, _) in view.Cells(row))
        {
            before += energy;
            after += energy * (p + ((1 - p) * HadronicWeight[bin]));
        }

        return after / before;
    }
}
