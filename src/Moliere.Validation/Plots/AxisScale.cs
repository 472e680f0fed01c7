namespace Moliere.Validation.Plots;

/// <summary>Map from values to pixels, linear or logarithmic.</summary>
internal sealed class AxisScale
{
    private readonly double _from;
    private readonly double _to;

    /// <summary>A scale between two pixels.</summary>
    /// <param name="low">Lower end of the values; positive on a logarithmic scale.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    /// <param name="from">Pixel of the lower end.</param>
    /// <param name="to">Pixel of the upper end.</param>
    /// <param name="isLogarithmic">Whether decades are equally long.</param>
    public AxisScale(double low, double high, double from, double to, bool isLogarithmic)
    {
        (Low, High, _from, _to, IsLogarithmic) = (low, high, from, to, isLogarithmic);
    }

    public double Low { get; }

    public double High { get; }

    public bool IsLogarithmic { get; }

    /// <summary>Length of the axis in pixels.</summary>
    public double Length => Math.Abs(_to - _from);

    /// <summary>Whether a value can be drawn at all.</summary>
    public bool CanShow(double value) => double.IsFinite(value) && (!IsLogarithmic || value > 0);

    /// <summary>Pixel of a value.</summary>
    public double this[double value] => _from + ((_to - _from) * Fraction(value));

    /// <summary>Middle of a bin: the geometric one on a logarithmic scale.</summary>
    public double Middle(double low, double high) => 0.5 * (this[Clamp(low)] + this[Clamp(high)]);

    /// <summary>A value moved into the range; needed for infinite bounds.</summary>
    public double Clamp(double value) => Math.Clamp(value, Low, High);

    /// <summary>Numbered ticks.</summary>
    public double[] Major() => IsLogarithmic ? Ticks.Decades(Low, High) : Ticks.Linear(Low, High, About());

    /// <summary>Unnumbered ticks.</summary>
    public double[] Minor() => IsLogarithmic ? Ticks.DecadesMinor(Low, High) : Ticks.LinearMinor(Low, High, About());

    private int About() => Math.Clamp((int)(Length / (Length < 150 ? 32 : 55)), 2, 8);

    private double Fraction(double value) => IsLogarithmic
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);
}
