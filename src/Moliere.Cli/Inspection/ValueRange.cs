using System.Globalization;

namespace Moliere.Cli.Inspection;

/// <summary>Smallest and largest of the finite values seen, and how many were not finite.</summary>
internal sealed class ValueRange
{
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;
    private double _sum;
    private long _finite;
    private long _others;

    /// <summary>Mean of the finite values; NaN without any.</summary>
    public double Mean => _sum / _finite;

    /// <summary>Takes one value.</summary>
    /// <param name="value">Any number.</param>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            _others++;
            return;
        }

        (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
        _sum += value;
        _finite++;
    }

    /// <summary>Such as <c>0.3 to 1200, 2 not finite</c>.</summary>
    public override string ToString()
    {
        string range = _finite == 0 ? "no finite value" : Text($"{_low:G5} to {_high:G5}");
        return _others == 0 ? range : Text($"{range}, {_others} not finite");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
