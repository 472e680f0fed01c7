namespace Moliere.Simulation.Detector.PunchThrough;

/// <summary>Something that leaves the calorimeter at its back.</summary>
/// <param name="Eta">Pseudorapidity where it leaves, as seen from the nominal collision.</param>
/// <param name="Phi">Azimuth there [rad]; not wrapped.</param>
/// <param name="Energy">Energy of a shower's rest, or kinetic energy of one particle [GeV].</param>
/// <param name="IsTrack">Whether it is one charged particle that goes on, rather than the rest of a shower.</param>
/// <param name="Delay">How much later than light from the nominal collision it came to the calorimeter [ns].</param>
internal readonly record struct Leak(double Eta, double Phi, double Energy, bool IsTrack, double Delay = 0);

/// <summary>
/// What one collision sends behind the calorimeter: muons, hadrons that never interacted, and the part of hadronic
/// showers whose depth profile lies behind the last layer. One per worker, reused for every collision.
/// </summary>
internal sealed class CalorimeterLeaks
{
    private const double SmallestRest = 0.2; // GeV; less gives less than a tenth of a segment

    private readonly List<Leak> _leaks = [];

    /// <summary>Delay of the particle in work [ns]; holds for what is noted until it is set again.</summary>
    public double Delay { get; set; }

    /// <summary>In the order of the particles.</summary>
    public IReadOnlyList<Leak> All => _leaks;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _leaks.Clear();
        Delay = 0;
    }

    /// <summary>Notes the rest of a shower; very little is left out.</summary>
    /// <param name="axis">Direction of the shower.</param>
    /// <param name="radius">Perpendicular radius of the back of the calorimeter [mm].</param>
    /// <param name="energy">True energy behind it [GeV].</param>
    public void AddRest(ShowerAxis axis, double radius, double energy)
    {
        if (energy > SmallestRest)
        {
            (double eta, double phi) = axis.At(radius);
            _leaks.Add(new(eta, phi, energy, IsTrack: false, Delay));
        }
    }

    /// <summary>Notes a charged particle that goes on.</summary>
    /// <param name="axis">Its direction.</param>
    /// <param name="radius">Perpendicular radius of the back of the calorimeter [mm].</param>
    /// <param name="kinetic">What is left of its kinetic energy [GeV].</param>
    public void AddTrack(ShowerAxis axis, double radius, double kinetic)
    {
        (double eta, double phi) = axis.At(radius);
        _leaks.Add(new(eta, phi, kinetic, IsTrack: true, Delay));
    }
}
