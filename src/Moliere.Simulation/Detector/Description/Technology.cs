using Moliere.Simulation.Pileup;

namespace Moliere.Simulation.Detector.Description;

/// <summary>How the cells of a layer are read out.</summary>
/// <param name="TimeNoise">Term of the time measurement that falls with the energy [ns GeV].</param>
/// <param name="TimeStochastic">Term that falls with its square root [ns GeV^1/2].</param>
/// <param name="TimeConstant">Term that stays [ns].</param>
/// <param name="Pulse">What early and late deposits add to the measured energy.</param>
/// <source>Physics notes 5.3, "Time".</source>
internal sealed record Technology(double TimeNoise, double TimeStochastic, double TimeConstant, PulseShape Pulse)
{
    /// <summary>Width of the time measurement [ns].</summary>
    /// <param name="energy">Positive [GeV].</param>
    public double TimeResolution(double energy)
    {
        double noise2 = TimeNoise * TimeNoise / (energy * energy);
        return Math.Sqrt(noise2 + (TimeStochastic * TimeStochastic / energy) + (TimeConstant * TimeConstant));
    }
}
