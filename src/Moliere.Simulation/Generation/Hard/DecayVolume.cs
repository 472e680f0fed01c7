using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Where the decay of a long-lived particle leaves a jet that begins in the calorimeter, and decay lengths drawn from
/// the part of an exponential that lies there.
/// </summary>
/// <remarks>
/// The recoil against radiation changes direction and momentum afterwards, so lengths are drawn from a range a tenth
/// wider at either end, and a decay at the edge may still leave the volume.
/// </remarks>
/// <source>
/// Volume: arXiv:2203.01009, section 5; importance sampling: Particle Data Group, Review of Particle Physics, Monte
/// Carlo techniques.
/// </source>
internal static class DecayVolume
{
    private const double BarrelEta = 1.4, RadiusMin = 1200, RadiusMax = 4000, ZMin = 3500, ZMax = 6000; // mm, the paper
    private const double Margin = 1.1;

    /// <summary>The volume in words, as what a particle does.</summary>
    public static string Words => FormattableString.Invariant(
        $"decay at |eta| < {BarrelEta} with {RadiusMin / 1000} < L_xy < {RadiusMax / 1000} m or further forward with ")
        + FormattableString.Invariant($"{ZMin / 1000} < |L_z| < {ZMax / 1000} m");

    /// <summary>Whether a place lies in the volume.</summary>
    /// <param name="place">Any.</param>
    public static bool Holds(in Vertex place) => Math.Abs(place.Z) < Math.Sinh(BarrelEta) * place.Radius
        ? place.Radius is > RadiusMin and < RadiusMax
        : Math.Abs(place.Z) is > ZMin and < ZMax;

    /// <summary>Proper decay lengths [mm] of a particle from the centre that end in or close to the volume.</summary>
    /// <param name="momentum">Not at rest [GeV].</param>
    /// <param name="mass">[GeV].</param>
    public static DecayRange Range(in FourVector momentum, double mass)
    {
        bool isBarrel = Math.Abs(momentum.Pz) < Math.Sinh(BarrelEta) * momentum.Pt;
        double perLength = isBarrel ? mass / momentum.Pt : mass / Math.Abs(momentum.Pz); // proper, per transverse or z
        return new(
            (isBarrel ? RadiusMin : ZMin) / Margin * perLength, (isBarrel ? RadiusMax : ZMax) * Margin * perLength);
    }
}

/// <summary>A range of proper decay lengths.</summary>
/// <param name="Near">Its lower end [mm].</param>
/// <param name="Far">Its upper end [mm].</param>
internal readonly record struct DecayRange(double Near, double Far)
{
    /// <summary>Whether a length lies in the range.</summary>
    /// <param name="length">Proper decay length [mm].</param>
    public bool Holds(double length) => length >= Near && length <= Far;

    /// <summary>That an exponential length of some mean lies in the range.</summary>
    /// <param name="mean">Mean proper decay length c tau [mm], positive.</param>
    public double Probability(double mean) => Math.Exp(-Near / mean) * Inside(mean);

    /// <summary>An exponential length [mm] that lies in the range.</summary>
    /// <param name="mean">Mean proper decay length c tau [mm], positive.</param>
    /// <param name="rng">Stream.</param>
    public double Draw(double mean, ref Rng rng) =>
        Near - (mean * Math.Log(1 - (rng.NextDouble() * Inside(mean))));

    private double Inside(double mean) => 1 - Math.Exp((Near - Far) / mean);
}
