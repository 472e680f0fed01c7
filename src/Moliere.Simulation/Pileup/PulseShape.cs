namespace Moliere.Simulation.Pileup;

/// <summary>What a deposit k crossings before the trigger adds to the measured energy, after pulse shaping.</summary>
/// <param name="First">Smallest k that counts; negative for crossings after the trigger.</param>
/// <param name="Weights">Weight of each crossing from <paramref name="First"/> on.</param>
/// <source>Physics notes 5.3.</source>
internal sealed record PulseShape(int First, IReadOnlyList<float> Weights)
{
    /// <summary>Time between crossings [ns].</summary>
    public const double CrossingSpacing = 25;

    /// <summary>Largest k that counts.</summary>
    public int Last => First + Weights.Count - 1;

    /// <summary>Sum of the squared weights.</summary>
    public double SumOfSquares => Weights.Sum(w => (double)w * w);

    /// <summary>Weight of one crossing; 0 outside the range of the pulse.</summary>
    /// <param name="crossing">k; positive is before the trigger.</param>
    public float Of(int crossing) => crossing >= First && crossing <= Last ? Weights[crossing - First] : 0;
}
