using Moliere.Data.Geometry;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>
/// Derives the tables of local cell weighting, steps 1 and 2, from samples of single neutral and charged pions.
/// </summary>
/// <remarks>
/// The published binning asks for more single pions than a run of minutes can simulate, so a bin with too few entries
/// falls back to the same bin summed over eta and then, for the weights, to the same sampling and density summed over
/// energy as well.
/// </remarks>
/// <source>Physics notes section 1.6; arXiv:1603.02934 section 5.</source>
public sealed class LcwDerivation
{
    private const int MinClusters = 10; // physics notes 1.6: bins with more than 10 entries

    private readonly CaloGeometry _geometry;
    private readonly float[] _noise;

    /// <summary>Prepares a derivation.</summary>
    /// <param name="geometry">The calorimeter the samples were simulated with.</param>
    /// <param name="noise">Noise of each cell [GeV]; only cells above twice their noise enter the weights.</param>
    public LcwDerivation(CaloGeometry geometry, float[] noise) => (_geometry, _noise) = (geometry, noise);

    /// <summary>Makes the tables.</summary>
    /// <param name="neutralPions">Clusters of single neutral pions.</param>
    /// <param name="chargedPions">Clusters of single charged pions, with true cell deposits.</param>
    /// <exception cref="MissingColumnException">A sample lacks its cells.</exception>
    public LcwTables Derive(Table neutralPions, Table chargedPions)
    {
        chargedPions.Jagged<float>(Data.Objects.ClusterColumns.CellDeposit);
        var charged = new LcwClusters(chargedPions, _geometry);
        var neutral = new LcwClusters(neutralPions, _geometry);
        float[] probability = EmProbability(neutral, neutralPions.RowCount, charged, chargedPions.RowCount);
        return new LcwTables(_geometry, probability, HadronicWeights(charged, chargedPions.RowCount));
    }

    private static float[] EmProbability(LcwClusters neutral, int neutralCount, LcwClusters charged, int chargedCount)
    {
        double[] em = Count(neutral, neutralCount), had = Count(charged, chargedCount);
        double[] emShape = SumOverEta(em), hadShape = SumOverEta(had);
        double emTotal = Math.Max(1, em.Sum()), hadTotal = Math.Max(1, had.Sum());
        var probability = new float[LcwBinning.ClassBinCount];
        for (int bin = 0; bin < probability.Length; bin++)
        {
            int shape = bin % LcwBinning.ShapeBinCount;
            bool isEnough = em[bin] + had[bin] >= MinClusters;
            (double e, double h) = isEnough ? (em[bin], had[bin]) : (emShape[shape], hadShape[shape]);
            probability[bin] = (float)Probability(e / emTotal, h / hadTotal);
        }

        return probability;
    }

    // Charged pions are twice as many as neutral ones, hence the factor; an empty bin knows nothing and counts as
    // hadronic.
    private static double Probability(double em, double had) => em + had > 0 ? em / (em + (2 * had)) : 0;

    private static double[] Count(LcwClusters clusters, int rows)
    {
        var counts = new double[LcwBinning.ClassBinCount];
        for (int row = 0; row < rows; row++)
        {
            if (clusters.IsUsable(row))
            {
                counts[clusters.ClassBin(row)]++;
            }
        }

        return counts;
    }

    private static double[] SumOverEta(double[] counts)
    {
        var sums = new double[LcwBinning.ShapeBinCount];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            sums[bin % sums.Length] += counts[bin];
        }

        return sums;
    }

    private float[] HadronicWeights(LcwClusters charged, int rows)
    {
        var full = new WeightSums(LcwBinning.WeightBinCount);
        for (int row = 0; row < rows; row++)
        {
            if (charged.IsUsable(row))
            {
                AddCells(charged, row, full);
            }
        }

        WeightSums withoutEta = full.Project(LcwBinning.DropEta);
        WeightSums withoutEnergy = full.Project(LcwBinning.DropEtaAndEnergy);
        var weights = new float[LcwBinning.WeightBinCount];
        for (int bin = 0; bin < weights.Length; bin++)
        {
            double? weight = full.Mean(bin) ?? withoutEta.Mean(LcwBinning.DropEta(bin))
                ?? withoutEnergy.Mean(LcwBinning.DropEtaAndEnergy(bin));
            weights[bin] = (float)(weight ?? 1);
        }

        return weights;
    }

    private void AddCells(LcwClusters charged, int row, WeightSums sums)
    {
        foreach ((int cell, int bin, float signal, float deposit) in charged.Cells(row))
        {
            if (signal > 2 * _noise[cell])
            {
                sums.Add(bin, signal, deposit);
            }
        }
    }

    // Ratio of sums, not mean of ratios: a cell just above threshold would otherwise weigh as much as the shower's
    // core.
    private sealed class WeightSums(int bins)
    {
        private readonly double[] _true = new double[bins];
        private readonly double[] _signal = new double[bins];
        private readonly int[] _entries = new int[bins];

        public void Add(int bin, double signal, double deposit)
        {
            _true[bin] += deposit;
            _signal[bin] += signal;
            _entries[bin]++;
        }

        public double? Mean(int bin) => _entries[bin] > MinClusters ? _true[bin] / _signal[bin] : null;

        public WeightSums Project(Func<int, int> map)
        {
            var sums = new WeightSums(_true.Length);
            for (int bin = 0; bin < _true.Length; bin++)
            {
                int target = map(bin);
                sums._true[target] += _true[bin];
                sums._signal[target] += _signal[bin];
                sums._entries[target] += _entries[bin];
            }

            return sums;
        }
    }
}
