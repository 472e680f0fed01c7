namespace Moliere.Validation.Plots;

/// <summary>Map from values to pixels, linear or logarithmic.</summary>
internal sealed class AxisScale
{
    private readonly double _from;
    private readonly double _to;
    private readonly IReadOnlyList<string>? _names;

    /// <summary>A scale between two pixels.</summary>
    /// <param name="low">Lower end of the values; positive on a logarithmic scale.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    /// <param name="from">Pixel of the lower end.</param>
    /// <param name="to">Pixel of the upper end.</param>
    /// <param name="isLogarithmic">Whether decades are equally long.</param>
    /// <param name="names">Names of the unit steps from 0 on; null for numbers.</param>
    public AxisScale(
        double low, double high, double from, double to, bool isLogarithmic, IReadOnlyList<string>? names = null)
    {
        (Low, High, _from, _to, IsLogarithmic, _names) = (low, high, from, to, isLogarithmic, names);
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

    /// <summary>Whether the axis has names rather than numbers, between which nothing can be interpolated.</summary>
    public bool HasNames => _names is not null;

    /// <summary>What stands at a tick of <see cref="Major"/>.</summary>
    public string Text(double tick) => _names is null ? NumberText.Tick(tick) : _names[(int)tick];

    /// <summary>A bin in words.</summary>
    public string Bin(double low, double high) =>
        _names is null ? $"{NumberText.Reader(low)} to {NumberText.Reader(high)}" : _names[(int)low];

    /// <summary>Ticks with a number or a name.</summary>
    public double[] Major() => _names is not null ? [.. _names.Select((_, place) => place + 0.5)]
        : IsLogarithmic ? Ticks.Decades(Low, High) : Ticks.Linear(Low, High, About());

    /// <summary>Unnumbered ticks.</summary>
    public double[] Minor() => _names is not null ? []
        : IsLogarithmic ? Ticks.DecadesMinor(Low, High) : Ticks.LinearMinor(Low, High, About());

    private int About() => Math.Clamp((int)(Length / (Length < 150 ? 32 : 55)), 2, 8);

    private double Fraction(double value) => IsLogarithmic
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);
}
