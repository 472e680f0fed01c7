using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.EventShapes;
using Moliere.Reconstruction.Jets;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// The ten variables by which ATLAS told bosons from quarks and gluons, of the constituents of a large-radius jet.
/// Keeps scratch arrays: every worker needs an instance of its own.
/// </summary>
/// <remarks>
/// Dimensionless variables do not change where all momenta are scaled; aplanarity and the Fox-Wolfram ratio are taken
/// in the rest frame of the jet.
/// </remarks>
/// <source>
/// ATLAS, arXiv:1808.07858, section 4, and ATL-PHYS-PUB-2018-014, section 3, for the choice; each variable names its
/// own.
/// </source>
public sealed class SubstructureVariables
{
    // As wide as a finder may be: branches of any trimmed jet of radius 1 merge.
    private readonly JetFinder _sum = new(new(JetAlgorithm.Kt, Math.PI / 2));
    private readonly JetFinder _winner =
        new(new(JetAlgorithm.Kt, Math.PI / 2) { Recombination = Recombination.WinnerTakesAll });

    /// <summary>The variables in the order of <see cref="BoostedJetColumns.Substructure"/>.</summary>
    /// <param name="constituents">Momenta of the jet's constituents [GeV], at least one; all finite.</param>
    /// <returns>Ten finite values; all 0 for a single massless particle.</returns>
    /// <exception cref="ArgumentException">There is no constituent, or one is not finite.</exception>
    public double[] Measure(IReadOnlyList<FourVector> constituents)
    {
        if (constituents.Count == 0)
        {
            throw new ArgumentException("A jet without constituents has no substructure.", nameof(constituents));
        }

        FourVector jet = default;
        foreach (FourVector constituent in constituents)
        {
            jet += constituent;
        }

        MergeTree tree = _sum.Cluster(constituents);
        LastSplitting last = LastSplitting.Of(tree);
        EnergyCorrelations correlations = EnergyCorrelations.Of(tree.Nodes[..constituents.Count]);
        FourVector[] atRest = AtRest(constituents, jet);
        double scale = last.ScaleIn(tree);
        return
        [
            Subjettiness.Of(_winner.Cluster(constituents)).Tau21,
            correlations.C2,
            correlations.D2,
            Angularity.Of(constituents, jet),
            Sphericity.Of(atRest).Aplanarity,
            FoxWolfram.SecondRatio(atRest),
            last.DistanceIn(tree),
            PlanarFlow.Of(constituents, jet),
            scale,
            Balance(scale, jet.MassSquared),
        ];
    }

    /// <summary>Rapidities and azimuths of momenta.</summary>
    internal static PseudoJet[] PseudoJetsOf(IReadOnlyList<FourVector> momenta)
    {
        var definition = new JetDefinition(JetAlgorithm.Kt, 1);
        return [.. momenta.Select(momentum => PseudoJet.Of(momentum, definition))];
    }

    // A jet of one massless particle has no rest frame; the lightest one that has is far above rounding.
    private static FourVector[] AtRest(IReadOnlyList<FourVector> constituents, in FourVector jet)
    {
        double mass = jet.Mass;
        if (!(mass > 1e-6 * jet.E))
        {
            return [];
        }

        var moved = new FourVector[constituents.Count];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = constituents[i].InRestFrameOf(jet);
        }

        return moved;
    }

    // z_cut = d12 / (d12 + m²).
    private static double Balance(double scale, double massSquared)
    {
        double squared = scale * scale;
        return squared > 0 ? squared / (squared + Math.Max(0, massSquared)) : 0;
    }
}
