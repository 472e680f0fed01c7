using Moliere.Data;
using Moliere.Data.Geometry;

namespace Moliere.Calibration.Classical;

/// <summary>The axes of the local cell weighting tables and the flat index of a cluster or cell in them.</summary>
/// <source>
/// Public ATLAS calibration-hit code, as given in physics notes section 1.6. Cell-density ranges are published for
/// EMB1, EMB2 and the first Tile sampling only; the others take the range of the sampling with the nearest cell volume.
/// </source>
internal static class LcwBinning
{
    public static readonly UniformBins ClassificationEta = new(0, 5, 25);
    public static readonly UniformBins LogEnergy = new(Math.Log10(200), 6, 14); // 200 MeV to 1 TeV, in log10(MeV)
    public static readonly UniformBins LogDensityOverEnergy = new(-9, -4, 20); // log10(mm^-3)
    public static readonly UniformBins LogLambda = new(0, 4, 20); // log10(mm)
    public static readonly UniformBins WeightEta = new(0, 5, 25);
    public static readonly UniformBins[] LogCellDensity = [.. Enum.GetValues<CaloSampling>().Select(DensityRange)];

    public static readonly int ShapeBinCount = LogEnergy.Count * LogDensityOverEnergy.Count * LogLambda.Count;
    public static readonly int ClassBinCount = ClassificationEta.Count * ShapeBinCount;
    public static readonly int WeightBinsPerSampling = WeightEta.Count * LogEnergy.Count * DensityBins;
    public static readonly int WeightBinCount = LogCellDensity.Length * WeightBinsPerSampling;

    private const int DensityBins = 14;

    /// <summary>Bin of a cluster's energy, density and depth, without its direction.</summary>
    /// <param name="energy">EM-scale energy [GeV], positive.</param>
    /// <param name="density">First moment of the energy density [GeV/mm³].</param>
    /// <param name="lambda">Depth [mm].</param>
    public static int ShapeBin(double energy, double density, double lambda)
    {
        int e = LogEnergy.IndexOf(LogMeV(energy));
        int rho = LogDensityOverEnergy.IndexOf(Math.Log10(density / energy));
        return (((e * LogDensityOverEnergy.Count) + rho) * LogLambda.Count) + LogLambda.IndexOf(Math.Log10(lambda));
    }

    /// <summary>Bin of a cluster in the classification tables.</summary>
    public static int ClassBin(double eta, int shapeBin) =>
        (ClassificationEta.IndexOf(Math.Abs(eta)) * ShapeBinCount) + shapeBin;

    /// <summary>Bin of a cell in the hadronic weight tables.</summary>
    /// <param name="sampling">Sampling of the cell.</param>
    /// <param name="eta">Pseudorapidity of the cluster.</param>
    /// <param name="clusterEnergy">EM-scale energy of the cluster [GeV], positive.</param>
    /// <param name="cellDensity">|E| / V of the cell [GeV/mm³].</param>
    public static int WeightBin(CaloSampling sampling, double eta, double clusterEnergy, double cellDensity) =>
        WeightBin(sampling, WeightRow(eta, clusterEnergy), cellDensity);

    /// <summary>What the weight bins of all cells of a cluster have in common.</summary>
    /// <param name="eta">Pseudorapidity of the cluster.</param>
    /// <param name="clusterEnergy">EM-scale energy of the cluster [GeV], positive.</param>
    public static int WeightRow(double eta, double clusterEnergy) =>
        (WeightEta.IndexOf(Math.Abs(eta)) * LogEnergy.Count) + LogEnergy.IndexOf(LogMeV(clusterEnergy));

    /// <summary>Bin of a cell in the hadronic weight tables.</summary>
    /// <param name="sampling">Sampling of the cell.</param>
    /// <param name="index">Of its cluster, from <see cref="WeightRow"/>.</param>
    /// <param name="cellDensity">|E| / V of the cell [GeV/mm³].</param>
    public static int WeightBin(CaloSampling sampling, int index, double cellDensity)
    {
        int density = LogCellDensity[(int)sampling].IndexOf(LogMeV(cellDensity));
        return ((int)sampling * WeightBinsPerSampling) + (index * DensityBins) + density;
    }

    /// <summary>The weight bin with the same sampling, energy and density in the first eta bin.</summary>
    public static int DropEta(int bin)
    {
        int sampling = bin / WeightBinsPerSampling, inEta = bin % (LogEnergy.Count * DensityBins);
        return (sampling * WeightBinsPerSampling) + inEta;
    }

    /// <summary>The weight bin with the same sampling and density in the first eta and energy bins.</summary>
    public static int DropEtaAndEnergy(int bin) =>
        (bin / WeightBinsPerSampling * WeightBinsPerSampling) + (bin % DensityBins);

    private static double LogMeV(double gev) => Math.Log10(gev / Units.MeV);

    private static UniformBins DensityRange(CaloSampling sampling) => sampling switch
    {
        CaloSampling.PreSampler or CaloSampling.PreSamplerEnd or CaloSampling.Emb1 or CaloSampling.Eme1 =>
            new(-4.6, 1.1, DensityBins),
        CaloSampling.Emb2 or CaloSampling.Emb3 or CaloSampling.Eme2 or CaloSampling.Eme3
            or CaloSampling.Fcal1 or CaloSampling.Fcal2 or CaloSampling.Fcal3 => new(-4.8, 0.5, DensityBins),
        _ => new(-6, -1, DensityBins),
    };
}
