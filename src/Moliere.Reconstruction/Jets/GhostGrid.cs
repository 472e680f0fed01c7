using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Particles of vanishing momentum, one at a random place of every cell of a grid in rapidity and azimuth: how many of
/// them a jet holds measures its active area.
/// </summary>
/// <source>Cacciari, Salam, Soyez, "The Catchment Area of Jets", arXiv:0802.1188.</source>
public sealed record GhostGrid
{
    // Far below any physical momentum, yet its square is a normal number (as in FastJet, arXiv:1111.6097).
    private const double GhostPt = 1e-100;

    /// <summary>Ghosts fill |y| below this value.</summary>
    [Range(0.1, 10)]
    public double RapidityMax { get; init; } = 5;

    /// <summary>Area aimed at for one ghost; cells are rounded so that they fill the plane.</summary>
    [Range(0.0001, 1)]
    public double CellArea { get; init; } = 0.01;

    /// <summary>Cells along rapidity.</summary>
    public int Rows => Math.Max(1, (int)Math.Round(2 * RapidityMax / Math.Sqrt(CellArea)));

    /// <summary>Cells around the beam.</summary>
    public int Columns => Math.Max(3, (int)Math.Round(2 * Math.PI / Math.Sqrt(CellArea)));

    /// <summary>Area of one ghost in rapidity and azimuth after rounding.</summary>
    public double GhostArea => 4 * Math.PI * RapidityMax / (Rows * Columns);

    /// <summary>Ghosts of one event, row by row: massless, near 1e-100 GeV.</summary>
    /// <param name="rng">Where in its cell each one lies.</param>
    public FourVector[] Place(ref Rng rng)
    {
        var ghosts = new FourVector[Rows * Columns];
        (double y, double phi)[] places = Directions(ref rng);
        for (int i = 0; i < ghosts.Length; i++)
        {
            ghosts[i] = FourVector.FromPtEtaPhiMass(PtOf(i), places[i].y, places[i].phi, 0);
        }

        return ghosts;
    }

    /// <summary>Rapidity and azimuth in (-pi, pi) [rad] of the ghosts of one event, row by row.</summary>
    /// <param name="rng">Where in its cell each one lies.</param>
    public (double Rapidity, double Phi)[] Directions(ref Rng rng)
    {
        int rows = Rows, columns = Columns;
        double height = 2 * RapidityMax / rows, width = 2 * Math.PI / columns;
        var places = new (double Rapidity, double Phi)[rows * columns];
        for (int row = 0, i = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++, i++)
            {
                double y = -RapidityMax + ((row + rng.NextDouble()) * height);
                places[i] = (y, -Math.PI + ((column + rng.NextDouble()) * width));
            }
        }

        return places;
    }

    // Momenta differ by up to a tenth, like a low-discrepancy sequence, else kt would meet thousands of ties.
    internal static double PtOf(int ghost) => GhostPt * (1 + (0.1 * (ghost * 0.6180339887498949 % 1)));
}
