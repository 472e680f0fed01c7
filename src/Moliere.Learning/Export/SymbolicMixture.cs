using Moliere.Formats.Onnx;

namespace Moliere.Learning.Export;

/// <summary>
/// A mixture of normal densities per row as values of a graph, all of double precision with the K components on the
/// last axis: the questions that <see cref="Numerics.Special.NormalMixture"/> answers, as nodes.
/// </summary>
/// <param name="Shares">[.., K], sum to 1.</param>
/// <param name="Means">[.., K].</param>
/// <param name="Sigmas">[.., K], standard deviations.</param>
/// <param name="Components">K.</param>
/// <source>
/// Carreira-Perpiñán, IEEE Trans. Pattern Anal. Mach. Intell. 22 (2000) 1318, section 3, for the climb to a mode.
/// </source>
public sealed record SymbolicMixture(OnnxSymbol Shares, OnnxSymbol Means, OnnxSymbol Sigmas, int Components)
{
    /// <summary>
    /// Steps of the climb to the mode. Newton steps square the error, so few are needed where a peak is curved; the
    /// number is for peaks that two components share and that are flat between them.
    /// </summary>
    public const int ClimbingSteps = 24;

    /// <summary>Steps to the median: bisection alone would gain a factor 2^24 over the distance of the means.</summary>
    public const int MedianSteps = 24;

    // As in NormalMixture.Mode: of many components only the highest few can lie under the peak.
    private const int MostClimbs = 4;

    // Keeps 0 / 0 from happening where a density has run down to zero; far below any density that counts.
    private const double Tiny = 1e-300;

    /// <summary>Expectation, [..].</summary>
    public OnnxSymbol Mean() => (Shares * Means).Sum(-1);

    /// <summary>Mean of the components' variances plus variance of their means, [..].</summary>
    public OnnxSymbol Variance()
    {
        OnnxSymbol offset = Means - (Shares * Means).Sum(-1, isKept: true);
        return (Shares * ((Sigmas * Sigmas) + (offset * offset))).Sum(-1);
    }

    /// <summary>Position of the highest density, [N], for a mixture [N, K].</summary>
    public OnnxSymbol Mode()
    {
        if (Components == 1)
        {
            return Means.Squeeze(-1);
        }

        // Shapes [N, S, K]: S points that climb, K components.
        var density = new SymbolicDensity(Shares.Unsqueeze(1), Means.Unsqueeze(1), Sigmas.Unsqueeze(1));
        OnnxSymbol x = Starts(density);
        for (int step = 0; step < ClimbingSteps; step++)
        {
            x = Climb(x, density);
        }

        OnnxSymbol height = density.At(x), highest = height.Reduce("ReduceMax", 1, isKept: true);
        OnnxSymbol best = x.Where(!(height < highest), x.Number(double.NegativeInfinity));
        return best.Reduce("ReduceMax", 1).Squeeze(-1);
    }

    /// <summary>
    /// Point with half of the probability on either side, [N], for a mixture [N, K]. It lies between the smallest and
    /// the largest mean, so bisection within them backs every Newton step. The error function is taken in single
    /// precision, in which every runtime has it.
    /// </summary>
    public OnnxSymbol Median()
    {
        var density = new SymbolicDensity(Shares, Means, Sigmas);
        OnnxSymbol low = Means.Reduce("ReduceMin", -1, isKept: true);
        OnnxSymbol high = Means.Reduce("ReduceMax", -1, isKept: true), x = (Shares * Means).Sum(-1, isKept: true);
        for (int step = 0; step < MedianSteps; step++)
        {
            OnnxSymbol excess = density.SignedProbability(x), isAbove = excess > x.Number(0);
            (low, high) = (low.Where(isAbove, x), x.Where(isAbove, high));
            OnnxSymbol newton = x - (excess / (density.At(x) + Tiny));
            OnnxSymbol isInside = !(newton < low) & !(newton > high);
            x = newton.Where(isInside, (low + high) * 0.5);
        }

        return x.Squeeze(-1);
    }

    private OnnxSymbol Starts(SymbolicDensity density)
    {
        OnnxSymbol means = Means.Unsqueeze(2);
        if (Components <= MostClimbs)
        {
            return means;
        }

        OnnxSymbol indices = Means.Builder.Nodes(
            "TopK", [OnnxType.Double, OnnxType.Int64],
            [density.At(means), Means.Builder.Integers(MostClimbs)], OnnxAttribute.Of("axis", 1))[1];
        return Means.Builder.Node("GatherElements", OnnxType.Double, [means, indices], OnnxAttribute.Of("axis", 1));
    }

    // Newton where the density is concave and the step climbs, otherwise the fixed-point step, which always climbs.
    private static OnnxSymbol Climb(OnnxSymbol x, SymbolicDensity density)
    {
        (OnnxSymbol here, OnnxSymbol first, OnnxSymbol second, OnnxSymbol precision) = density.Slope(x);
        OnnxSymbol isConcave = second < x.Number(-Tiny);
        OnnxSymbol newton = x - (first / second.Where(isConcave, x.Number(-1)));
        OnnxSymbol climbs = isConcave & !(density.At(newton) < here);
        return newton.Where(climbs, x + (first / (precision + Tiny)));
    }
}
