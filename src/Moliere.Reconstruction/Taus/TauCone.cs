using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>The clusters of a seed within the core as seen from the vertex of the tau, and what they say.</summary>
/// <source>Physics notes section 3.1; ATL-PHYS-PUB-2015-045: means weighted with locally calibrated energy.</source>
internal sealed class TauCone
{
    private readonly TauSurroundings _around;
    private readonly FourVector[] _momenta; // at EM scale

    /// <summary>Points the clusters back to the vertex and keeps those of the core.</summary>
    /// <param name="seed">Clusters; not empty.</param>
    /// <param name="vertexZ">Position of the vertex along the beam [mm].</param>
    /// <param name="radius">Of the core, about the sum of all clusters of the seed.</param>
    public TauCone(TauSeed seed, double vertexZ, double radius)
    {
        _around = seed.Surroundings;
        FourVector axis = seed.Barycentre.SeenFrom(1, vertexZ);
        (double eta, double phi) = (axis.Eta, axis.Phi);
        var parts = new List<ClusterPart>(seed.Parts.Length);
        var momenta = new List<FourVector>(seed.Parts.Length);
        foreach (ClusterPart part in seed.Parts)
        {
            FourVector momentum = part.Centre.SeenFrom(_around.Clusters[part.Cluster].Energy, vertexZ);
            if (EtaPhi.DeltaR(momentum.Eta, momentum.Phi, eta, phi) < radius)
            {
                parts.Add(part);
                momenta.Add(momentum);
                EmScale += momentum;
                Sum += _around.Scales[part.Cluster].Factor * momentum;
            }
        }

        (Parts, _momenta) = ([.. parts], [.. momenta]);
    }

    /// <summary>The clusters of the core.</summary>
    public ClusterPart[] Parts { get; }

    /// <summary>Their sum at the locally weighted scale [GeV]; zero when no cluster is near the axis.</summary>
    public FourVector Sum { get; }

    /// <summary>Their sum at EM scale [GeV].</summary>
    public FourVector EmScale { get; }

    /// <summary>
    /// Share of the energy at EM scale in the electromagnetic calorimeter; negative noise can exceed [0, 1].
    /// </summary>
    public double EmFraction => EmScale.E > 0 ? Parts.Sum(part => part.Em) / EmScale.E : 0;

    /// <summary>Energy-weighted mean distance of the clusters from the axis.</summary>
    public double Width
    {
        get
        {
            (double eta, double phi, double sum) = (Sum.Eta, Sum.Phi, 0);
            for (int i = 0; i < Parts.Length; i++)
            {
                sum += EnergyOf(i) * EtaPhi.DeltaR(_momenta[i].Eta, _momenta[i].Phi, eta, phi);
            }

            return sum / Sum.E;
        }
    }

    /// <summary>Mean depth of the centres [mm].</summary>
    public double CenterLambda => Mean(i => MomentsOf(i).CenterLambda);

    /// <summary>Mean second moment of the depth [mm²].</summary>
    public double SecondLambda => Mean(i => MomentsOf(i).SecondLambda);

    /// <summary>Mean share of the presamplers.</summary>
    public double Presampler => Mean(i => Parts[i].Presampler);

    /// <summary>Mean probability to be electromagnetic.</summary>
    public double EmProbability => Mean(i => _around.Scales[Parts[i].Cluster].EmProbability);

    /// <summary>log10 of the mean first energy density over the energy of all clusters [1/mm³].</summary>
    public double LogDensity => Math.Log10(Math.Max(1e-30, Mean(i => MomentsOf(i).FirstEnergyDensity) / Sum.E));

    private ClusterMoments MomentsOf(int i) => _around.Clusters[Parts[i].Cluster].Moments;

    private double EnergyOf(int i) => _around.Scales[Parts[i].Cluster].Factor * _momenta[i].E;

    private double Mean(Func<int, double> value)
    {
        double sum = 0;
        for (int i = 0; i < Parts.Length; i++)
        {
            sum += EnergyOf(i) * value(i);
        }

        return sum / Sum.E;
    }
}
