using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>One feature of constituents and the two numbers that standardise it.</summary>
/// <param name="Name">One of those that <see cref="ConstituentFeatures.NamesOf"/> gives.</param>
/// <param name="Mean">Mean over the constituents of the training jets that have it; 0 for shares and flags.</param>
/// <param name="Sigma">Their standard deviation, positive; 1 for shares and flags.</param>
public sealed record ConstituentScale(string Name, double Mean, double Sigma);

/// <summary>Turns the constituents of jets into points of order one.</summary>
internal static class ConstituentInputs
{
    private const double SmallestSpread = 1e-6;

    /// <summary>Means and spreads over the constituents of the training jets.</summary>
    public static IReadOnlyList<ConstituentScale> Fit(Table jets, int[] rows, JetNetworkOptions options)
    {
        var features = new ConstituentFeatures(jets, options);
        var points = new List<float>();
        Array.ForEach(rows, row => features.Add(row, points));
        IReadOnlyList<string> names = ConstituentFeatures.NamesOf(options.Kind);
        return [.. names.Select((name, p) => ConstituentFeatures.IsPlain(name)
            ? new ConstituentScale(name, 0, 1)
            : Fit(name, points, p, names.Count))];
    }

    /// <summary>Points of all jets; what is not known of a constituent becomes 0, the mean.</summary>
    public static (int[] Offsets, float[] Points) Apply(
        Table jets, JetNetworkOptions options, IReadOnlyList<ConstituentScale> scales)
    {
        var features = new ConstituentFeatures(jets, options);
        var points = new List<float>();
        var offsets = new int[features.JetCount + 1];
        for (int row = 0; row < features.JetCount; row++)
        {
            features.Add(row, points);
            offsets[row + 1] = points.Count / scales.Count;
        }

        float[] standard = [.. points];
        for (int i = 0; i < standard.Length; i++)
        {
            ConstituentScale scale = scales[i % scales.Count];
            float value = (float)((standard[i] - scale.Mean) / scale.Sigma);
            standard[i] = float.IsFinite(value) ? value : 0;
        }

        return (offsets, standard);
    }

    private static ConstituentScale Fit(string name, List<float> points, int column, int stride)
    {
        double n = 0, sum = 0, squares = 0;
        for (int i = column; i < points.Count; i += stride)
        {
            double value = points[i];
            if (double.IsFinite(value))
            {
                (n, sum, squares) = (n + 1, sum + value, squares + (value * value));
            }
        }

        double mean = n > 0 ? sum / n : 0, sigma = n > 0 ? Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean))) : 0;
        return new(name, mean, sigma > SmallestSpread ? sigma : 1);
    }
}
