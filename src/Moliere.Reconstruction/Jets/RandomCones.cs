using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Reconstruction.Jets;

/// <summary>Where random cones lie.</summary>
public sealed record RandomConeOptions
{
    /// <summary>Radius of a cone in pseudorapidity and azimuth [rad].</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = 0.4;

    /// <summary>Centres lie below this absolute pseudorapidity.</summary>
    [Range(0.1, 5)]
    public double EtaMax { get; init; } = 0.7;

    /// <summary>Smallest distance of a centre from a hard jet; two radii keep cone and jet apart.</summary>
    [Range(0, 3)]
    public double JetDistance { get; init; } = 0.8;
}

/// <summary>
/// Two cones at random places of one event, away from its hard jets and from each other: the spread of their difference
/// is sqrt(2) times the noise that pile-up and electronics put into a jet of this size.
/// </summary>
/// <param name="First">Scalar sum of transverse momenta in the first cone [GeV].</param>
/// <param name="Second">The same of the second cone [GeV].</param>
/// <source>Random cones for the noise term of the resolution: ATLAS, arXiv:2007.02645.</source>
public readonly record struct RandomCones(double First, double Second)
{
    private const int Tries = 1000; // an event that leaves no room after so many has none worth using

    /// <summary>First minus second, on average 0 [GeV].</summary>
    public double Difference => First - Second;

    /// <summary>Draws both cones; null where hard jets leave no room.</summary>
    /// <param name="inputs">Particles or clusters [GeV].</param>
    /// <param name="hardJets">Momenta of the jets to avoid [GeV].</param>
    /// <param name="options">Size and range.</param>
    /// <param name="rng">Where the cones lie; keyed by the event.</param>
    public static RandomCones? In(
        IReadOnlyList<FourVector> inputs, IReadOnlyList<FourVector> hardJets, RandomConeOptions options, ref Rng rng)
    {
        (double Eta, double Phi)[] avoided = [.. hardJets.Select(jet => (jet.Eta, jet.Phi))];
        if (Centre(avoided, options.JetDistance, options, ref rng) is not { } first)
        {
            return null;
        }

        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (Centre(avoided, options.JetDistance, options, ref rng) is { } second
                && EtaPhi.DeltaR(first.Eta, first.Phi, second.Eta, second.Phi) >= 2 * options.Radius)
            {
                return new(Sum(inputs, first, options.Radius), Sum(inputs, second, options.Radius));
            }
        }

        return null;
    }

    private static (double Eta, double Phi)? Centre(
        (double Eta, double Phi)[] avoided, double distance, RandomConeOptions options, ref Rng rng)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            double eta = Distributions.Uniform(-options.EtaMax, options.EtaMax, ref rng);
            double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng);
            if (avoided.All(jet => EtaPhi.DeltaR(eta, phi, jet.Eta, jet.Phi) >= distance))
            {
                return (eta, phi);
            }
        }

        return null;
    }

    private static double Sum(IReadOnlyList<FourVector> inputs, (double Eta, double Phi) centre, double radius)
    {
        double sum = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            bool isInside = EtaPhi.DeltaR(inputs[i].Eta, inputs[i].Phi, centre.Eta, centre.Phi) < radius;
            sum += isInside ? inputs[i].Pt : 0;
        }

        return sum;
    }
}
