using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>How a jet is trimmed.</summary>
public sealed record TrimmingOptions
{
    /// <summary>Radius of the kt subjets in rapidity and azimuth [rad].</summary>
    [Range(0.05, 1)]
    public double SubjetRadius { get; init; } = 0.2;

    /// <summary>Smallest share of the jet's transverse momentum that a subjet must have.</summary>
    [Range(0, 1)]
    public double MinimumFraction { get; init; } = 0.05;
}

/// <summary>Removes soft subjets: what pile-up and the underlying event add to a wide jet.</summary>
/// <source>Krohn, Thaler, Wang, arXiv:0912.1342.</source>
public sealed class Trimming(TrimmingOptions options)
{
    private readonly JetFinder _finder = new(new(JetAlgorithm.Kt, options.SubjetRadius));

    /// <summary>
    /// The jet without its soft subjets; its constituents index the same inputs. If no subjet is hard enough, a jet of
    /// no momentum and no constituents.
    /// </summary>
    /// <param name="jet">A jet with at least one constituent.</param>
    /// <param name="inputs">The inputs of the jet finder [GeV].</param>
    public Jet Apply(Jet jet, IReadOnlyList<FourVector> inputs)
    {
        FourVector[] constituents = [.. jet.Constituents.Select(index => inputs[index])];
        double ptMin = options.MinimumFraction * jet.Momentum.Pt;
        FourVector sum = default;
        List<int> kept = [];
        foreach (Jet subjet in _finder.Find(constituents, ptMin))
        {
            sum += subjet.Momentum;
            kept.AddRange(subjet.Constituents.Select(index => jet.Constituents[index]));
        }

        kept.Sort();
        return new(sum, kept);
    }
}
