namespace Moliere.Simulation.Detector;

/// <summary>Where a shower is, as seen from the nominal collision, and how that changes as it goes deeper.</summary>
/// <param name="Eta">Pseudorapidity of its entrance.</param>
/// <param name="Phi">Azimuth of its entrance [rad]; not wrapped.</param>
internal readonly record struct ShowerAxis(double Eta, double Phi)
{
    /// <summary>Perpendicular radius of the entrance [mm]; 0 for a shower that points back to the collision.</summary>
    public double Entrance { get; init; }

    /// <summary>Change of pseudorapidity per relative growth of the distance.</summary>
    public double EtaDrift { get; init; }

    /// <summary>Change of azimuth per relative growth of the distance [rad].</summary>
    public double PhiDrift { get; init; }

    /// <summary>Standard normal variate of this shower, in units of the constant terms it meets.</summary>
    public double ScaleShift { get; init; }

    /// <summary>Pseudorapidity and azimuth at a depth; those of the entrance in front of it.</summary>
    /// <param name="radius">Perpendicular radius [mm].</param>
    public (double Eta, double Phi) At(double radius)
    {
        double growth = Entrance > 0 ? Math.Max(0, (radius / Entrance) - 1) : 0;
        return (Eta + (growth * EtaDrift), Phi + (growth * PhiDrift));
    }
}
