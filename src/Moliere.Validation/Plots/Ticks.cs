namespace Moliere.Validation.Plots;

/// <summary>Where an axis has ticks and which of them carry a number.</summary>
internal static class Ticks
{
    /// <summary>Numbered ticks at round steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="about">Wanted number of ticks.</param>
    public static double[] Linear(double low, double high, int about)
    {
        double step = Step(low, high, about);
        var ticks = new List<double>();
        for (double k = Math.Ceiling((low / step) - 1e-9); k * step <= high + (1e-9 * step); k++)
        {
            // Division keeps 0.3 from being printed as 0.30000000000000004 for steps below 1.
            ticks.Add(step < 1 ? k / Math.Round(1 / step, 9) : k * step);
        }

        return [.. ticks];
    }

    /// <summary>Distance between numbered ticks.</summary>
    public static double Step(double low, double high, int about)
    {
        double raw = (high - low) / about, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double fraction = raw / power;
        return power * (fraction <= 1.001 ? 1 : fraction <= 2.001 ? 2 : fraction <= 5.001 ? 5 : 10);
    }

    /// <summary>Unnumbered ticks between the numbered ones: four or five parts of a step.</summary>
    public static double[] LinearMinor(double low, double high, int about)
    {
        double step = Step(low, high, about), leading = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
        return Linear(low, high, step / (Math.Round(leading) == 2 ? 4 : 5));
    }

    /// <summary>Numbered ticks of a logarithmic axis: decades, with 2 and 5 when there are fewer than two of them or
    /// the axis is shorter than one and a half.</summary>
    public static double[] Decades(double low, double high)
    {
        double[] decades = Multiples(low, high, [1]);
        return decades.Length >= 2 && high > low * Math.Pow(10, 1.5) ? decades : Multiples(low, high, [1, 2, 5]);
    }

    /// <summary>Unnumbered ticks of a logarithmic axis: 2 to 9 times each decade.</summary>
    public static double[] DecadesMinor(double low, double high) => Multiples(low, high, [2, 3, 4, 5, 6, 7, 8, 9]);

    private static double[] Linear(double low, double high, double step)
    {
        int first = (int)Math.Ceiling((low / step) - 1e-9), last = (int)Math.Floor((high / step) + 1e-9);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(k => k * step)];
    }

    private static double[] Multiples(double low, double high, int[] factors)
    {
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        return [.. Enumerable.Range(first, last - first + 1)
            .SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)))
            .Where(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))];
    }
}
