namespace Moliere.Cli.Studies.Simulation;

/// <summary>
/// Mean and root mean square of a weighted sample, with standard errors from the number of equally weighted entries
/// that would fluctuate as much.
/// </summary>
/// <source>Kish, "Survey Sampling", Wiley 1965, section 11.7: effective size (sum w)² / sum w².</source>
internal sealed class WeightedMean
{
    private double _weights, _squares, _first, _second;

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Weighted mean; NaN without values.</summary>
    public double Mean => _first / _weights;

    /// <summary>Weighted standard deviation; NaN without values.</summary>
    public double Rms => Math.Sqrt(Math.Max(0, (_second / _weights) - (Mean * Mean)));

    /// <summary>Standard error of <see cref="Mean"/>.</summary>
    public double MeanError => Rms / Math.Sqrt(Effective);

    /// <summary>Standard error of <see cref="Rms"/>, for a nearly normal law.</summary>
    public double RmsError => Rms / Math.Sqrt(2 * Effective);

    /// <summary>Adds one value.</summary>
    public void Add(double value, double weight = 1)
    {
        Count++;
        _weights += weight;
        _squares += weight * weight;
        _first += weight * value;
        _second += weight * value * value;
    }

    private double Effective => _squares > 0 ? _weights * _weights / _squares : 0;
}
