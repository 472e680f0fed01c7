using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// Correlations of transverse momenta and distances within a jet: e2 = sum over pairs of z_i z_j dR_ij, e3 = sum over
/// triples of z_i z_j z_k dR_ij dR_ik dR_jk, with shares z of the sum of transverse momenta. A jet of N prongs makes
/// e_(N+1) small.
/// </summary>
/// <source>
/// Larkoski, Salam, Thaler, arXiv:1305.0007, section 2, with beta = 1, C2 included; D2: Larkoski, Moult, Neill,
/// arXiv:1409.6298, section 1.
/// </source>
/// <param name="E2">Not negative; 0 for one particle.</param>
/// <param name="E3">Not negative; 0 for two particles.</param>
public readonly record struct EnergyCorrelations(double E2, double E3)
{
    /// <summary>e3 / e2², not negative; 0 where e2 is.</summary>
    public double C2 => E2 > 0 ? E3 / (E2 * E2) : 0;

    /// <summary>e3 / e2³, not negative; the same in narrow and wide jets; 0 where e2 is.</summary>
    public double D2 => E2 > 0 ? E3 / (E2 * E2 * E2) : 0;

    /// <summary>Of the constituents of a jet; the time grows with the third power of their number.</summary>
    /// <param name="constituents">Rapidity, azimuth and transverse momentum count.</param>
    internal static EnergyCorrelations Of(ReadOnlySpan<PseudoJet> constituents)
    {
        int n = constituents.Length;
        var share = new double[n];
        var distance = new double[n * n];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            share[i] = constituents[i].Momentum.Pt;
            sum += share[i];
            for (int j = 0; j < i; j++)
            {
                distance[(i * n) + j] = Math.Sqrt(constituents[i].DistanceSquared(constituents[j]));
            }
        }

        return sum > 0 ? Sums(share, distance, sum) : default;
    }

    /// <summary>The same of momenta.</summary>
    /// <param name="constituents">Momenta [GeV], all finite.</param>
    public static EnergyCorrelations Of(IReadOnlyList<FourVector> constituents) =>
        Of(SubstructureVariables.PseudoJetsOf(constituents));

    // Rows of distances lie one behind the other, so that the innermost loop runs along two of them.
    private static EnergyCorrelations Sums(double[] share, double[] distance, double sum)
    {
        int n = share.Length;
        double e2 = 0, e3 = 0;
        for (int i = 1; i < n; i++)
        {
            ReadOnlySpan<double> first = distance.AsSpan(i * n, i);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> second = distance.AsSpan(j * n, j);
                double pair = share[i] * share[j] * first[j], third = 0;
                for (int k = 0; k < second.Length; k++)
                {
                    third += share[k] * first[k] * second[k];
                }

                (e2, e3) = (e2 + pair, e3 + (pair * third));
            }
        }

        return new(e2 / (sum * sum), e3 / (sum * sum * sum));
    }
}
