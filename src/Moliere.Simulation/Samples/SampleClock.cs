using System.Diagnostics;

namespace Moliere.Simulation.Samples;

/// <summary>Processor time that all workers together spent in each step of making a sample.</summary>
public sealed class SampleClock
{
    private long _generation;
    private long _simulation;
    private long _reconstruction;

    /// <summary>Time in the event generator or the reader.</summary>
    public TimeSpan Generation => Stopwatch.GetElapsedTime(0, _generation);

    /// <summary>Time in the calorimeter simulation.</summary>
    public TimeSpan Simulation => Stopwatch.GetElapsedTime(0, _simulation);

    /// <summary>Time in clustering, moments and jets.</summary>
    public TimeSpan Reconstruction => Stopwatch.GetElapsedTime(0, _reconstruction);

    /// <summary>Share of reconstruction in the whole, in [0, 1]; 0 before anything was done.</summary>
    public double ReconstructionShare
    {
        get
        {
            long total = _generation + _simulation + _reconstruction;
            return total == 0 ? 0 : (double)_reconstruction / total;
        }
    }

    internal void Add(long start, long generated, long simulated, long reconstructed)
    {
        Interlocked.Add(ref _generation, generated - start);
        Interlocked.Add(ref _simulation, simulated - generated);
        Interlocked.Add(ref _reconstruction, reconstructed - simulated);
    }
}
