using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>Which jet of particles belongs to which reconstructed jet, and how far apart jets lie.</summary>
/// <source>
/// Physics notes section 2.2;
/// ATLAS, arXiv:1703.09665, absolute calibration: nearest within 0.3, isolated jets.
/// </source>
internal static class JetMatch
{
    /// <summary>Distance that stands for no neighbour at all.</summary>
    public const double Alone = 10;

    /// <summary>
    /// For each jet the index of its partner, or -1: pairs are made by increasing distance, each jet at most once.
    /// </summary>
    /// <param name="jets">Reconstructed jets.</param>
    /// <param name="truth">Jets of particles.</param>
    /// <param name="radius">Largest distance in eta and phi.</param>
    public static int[] Pairs(IReadOnlyList<FourVector> jets, IReadOnlyList<FourVector> truth, double radius)
    {
        var pairs = new List<(double Distance, int Jet, int Truth)>();
        for (int j = 0; j < jets.Count; j++)
        {
            for (int t = 0; t < truth.Count; t++)
            {
                double distance = DistanceOf(jets[j], truth[t]);
                if (distance < radius)
                {
                    pairs.Add((distance, j, t));
                }
            }
        }

        var partners = new int[jets.Count];
        Array.Fill(partners, -1);
        var taken = new bool[truth.Count];
        foreach ((_, int j, int t) in pairs.Order())
        {
            if (partners[j] < 0 && !taken[t])
            {
                (partners[j], taken[t]) = (t, true);
            }
        }

        return partners;
    }

    /// <summary>Distance of one jet to the next one above a threshold; <see cref="Alone"/> without one.</summary>
    /// <param name="jets">By decreasing transverse momentum.</param>
    /// <param name="index">The jet; whether it is above the threshold itself does not matter.</param>
    /// <param name="ptMin">Lowest transverse momentum of a neighbour [GeV].</param>
    public static double Isolation(IReadOnlyList<FourVector> jets, int index, double ptMin)
    {
        double nearest = Alone;
        for (int i = 0; i < jets.Count && jets[i].Pt >= ptMin; i++)
        {
            nearest = i == index ? nearest : Math.Min(nearest, DistanceOf(jets[i], jets[index]));
        }

        return nearest;
    }

    /// <summary>Distance in pseudorapidity and azimuth.</summary>
    /// <param name="a">One jet.</param>
    /// <param name="b">The other.</param>
    public static double DistanceOf(FourVector a, FourVector b) => EtaPhi.DeltaR(a.Eta, a.Phi, b.Eta, b.Phi);
}
