using System.ComponentModel.DataAnnotations;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// What the measurement adds to the true delay of a cluster: a core and a wide tail, drawn for each cluster on its own.
/// </summary>
/// <remarks>
/// Simulation and data differ in nothing but this, which is the deliberate error of the simulation: between the two
/// kernels Kolmogorov's distance is 0.42.
/// </remarks>
/// <source>Physics notes on tagging, section 9, from leading clusters of dijets in data and simulation.</source>
public sealed record TimeKernel
{
    /// <summary>Centre of the core [ns].</summary>
    [Range(-10.0, 10.0)]
    public double Mean { get; init; }

    /// <summary>Standard deviation of the core [ns].</summary>
    [Range(0.001, 10.0)]
    public double Sigma { get; init; }

    /// <summary>Share of clusters in the tail.</summary>
    [Range(0.0, 1.0)]
    public double TailShare { get; init; }

    /// <summary>Standard deviation of the tail [ns], which is centred at zero.</summary>
    [Range(0.001, 100.0)]
    public double TailSigma { get; init; }

    /// <summary>As simulation has it.</summary>
    public static TimeKernel Simulation { get; } = new() { Mean = 0.10, Sigma = 0.26, TailShare = 0.05, TailSigma = 8 };

    /// <summary>As data have it.</summary>
    public static TimeKernel Data { get; } = new() { Mean = -0.29, Sigma = 0.62, TailShare = 0.04, TailSigma = 6 };

    /// <summary>One error of a time [ns].</summary>
    /// <param name="rng">Stream.</param>
    public double Draw(ref Rng rng) => rng.NextDouble() < TailShare ? TailSigma * rng.NextGaussian()
        : Distributions.Gaussian(Mean, Sigma, ref rng);
}
