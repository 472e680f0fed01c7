using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Reconstruction.Jets;

/// <summary>How the density of an event is measured.</summary>
public sealed record EventDensityOptions
{
    /// <summary>Radius of the kt jets in rapidity and azimuth [rad].</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = 0.4;

    /// <summary>Jets with a rapidity below this absolute value count.</summary>
    [Range(0.5, 5)]
    public double RapidityMax { get; init; } = 2;

    /// <summary>Area of one ghost.</summary>
    [Range(0.001, 0.1)]
    public double GhostArea { get; init; } = 0.01;
}

/// <summary>
/// Transverse momentum per area that pile-up and noise put into an event, as the median over many soft jets: few hard
/// jets cannot move it.
/// </summary>
/// <param name="Rho">Median of pt / area over the jets, empty ones included [GeV].</param>
/// <param name="Sigma">
/// Fluctuation in a region of unit area: the 15.87 % quantile's distance below the median times the root of the mean
/// area [GeV].
/// </param>
/// <param name="JetCount">Number of jets, among them those of ghosts alone.</param>
/// <source>Cacciari and Salam, arXiv:0707.1378, section 2.</source>
public readonly record struct EventDensity(double Rho, double Sigma, int JetCount)
{
    /// <summary>Measures one event. Costs a clustering of some thousand ghosts.</summary>
    /// <param name="inputs">Particles or clusters [GeV], all finite; no input gives a density of 0.</param>
    /// <param name="options">Radius and range.</param>
    /// <param name="rng">Where the ghosts lie; keyed by the event.</param>
    public static EventDensity Of(IReadOnlyList<FourVector> inputs, EventDensityOptions options, ref Rng rng)
    {
        // Two radii beyond the range: jets that count must not feel the edge of the ghosts.
        var grid = new GhostGrid
        {
            CellArea = options.GhostArea,
            RapidityMax = options.RapidityMax + (2 * options.Radius),
        };
        FourVector[] near = [.. inputs.Where(input => Math.Abs(input.Rapidity) < grid.RapidityMax)];
        FourVector[] all = [.. near, .. grid.Place(ref rng)];
        List<double> densities = [];
        double area = 0;
        foreach (Jet jet in new JetFinder(new(JetAlgorithm.Kt, options.Radius)).Find(all, 0))
        {
            int ghosts = jet.Constituents.Count(index => index >= near.Length);
            if (ghosts > 0 && Math.Abs(jet.Momentum.Rapidity) < options.RapidityMax)
            {
                densities.Add(jet.Momentum.Pt / (ghosts * grid.GhostArea));
                area += ghosts * grid.GhostArea;
            }
        }

        return From(densities, area);
    }

    private static EventDensity From(List<double> densities, double area)
    {
        densities.Sort();
        double median = Quantile(densities, 0.5), low = Quantile(densities, 0.1587);
        return new(median, (median - low) * Math.Sqrt(area / densities.Count), densities.Count);
    }

    private static double Quantile(List<double> sorted, double share)
    {
        double place = share * (sorted.Count - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
