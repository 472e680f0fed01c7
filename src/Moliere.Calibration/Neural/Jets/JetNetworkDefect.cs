using Moliere.Calibration.Closure;
using Moliere.Data.Expressions;
using Moliere.Data.Features;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>What is inconsistent in a jet network that was read from a file.</summary>
internal static class JetNetworkDefect
{
    /// <summary>The first defect, in the words of an error message; null if there is none.</summary>
    /// <param name="calibration">As the file says; its parts may lack whatever a file can lack.</param>
    /// <exception cref="ExpressionException">An input is no expression.</exception>
    public static string? Of(JetNetworkCalibration calibration) =>
        OfFeatures(calibration.Inputs) ?? OfConstituents(calibration.Inputs) ?? OfSizes(calibration)
        ?? OfClosure(calibration.Closure) ?? OfSpread(calibration.Spread);

    private static string? OfFeatures(JetInputs inputs)
    {
        if (inputs.Jet?.Features is not { Count: > 0 } features || !features.All(IsFitted))
        {
            return "inputs without a mean and a spread each";
        }

        int[] flagged = [.. inputs.Flagged ?? [-1]];
        return Ascends([-1, .. flagged.Select(position => (double)position), features.Count])
            ? null : $"flags of the inputs [{string.Join(", ", flagged)}] of {features.Count}";
    }

    private static bool IsFitted(FittedFeature? fitted)
    {
        _ = fitted?.Feature?.Expression is { } expression ? Expression.Parse(expression) : null;
        return fitted?.Feature?.Expression is not null && double.IsFinite(fitted.Mean) && fitted.Sigma > 0;
    }

    private static string? OfConstituents(JetInputs inputs)
    {
        IReadOnlyList<string> wanted =
            inputs.Kind == JetNetworkKind.Globals ? [] : ConstituentFeatures.NamesOf(inputs.Kind);
        bool isWanted = Enum.IsDefined(inputs.Kind) && inputs.Constituents is { } found
            && found.Select(scale => scale?.Name).SequenceEqual(wanted)
            && found.All(scale => double.IsFinite(scale.Mean) && scale.Sigma > 0);
        return isWanted ? null : $"inputs of constituents that are not those of the kind {inputs.Kind}";
    }

    private static string? OfSizes(JetNetworkCalibration calibration)
    {
        (int width, int points) = (calibration.Inputs.Width, calibration.Inputs.Constituents.Count);
        (int jet, int constituent) = (calibration.Network.InputCount, calibration.Network.PointWidth);
        return (width, points) == (jet, constituent) ? null
            : $"{width} inputs of a jet and {points} of a constituent for a network that takes {jet} and {constituent}";
    }

    private static string? OfClosure(ClosureSpline? closure)
    {
        if (closure is null)
        {
            return null;
        }

        bool hasBins = closure.EtaEdges is { Count: > 1 } edges && Ascends(edges);
        return hasBins && closure.Curves is { } passes
            && passes.All(pass => pass?.Count == closure.EtaEdges.Count - 1 && pass.All(curve => curve is not null))
                ? null : "a closure without one curve per bin in |eta_det|";
    }

    private static string? OfSpread(SpreadScale? spread) => spread is null
        || (spread.LogPt is { Length: > 0 } knots && knots.Length == spread.Factors?.Length && Ascends(knots)
            && Array.TrueForAll(spread.Factors, factor => factor > 0 && double.IsFinite(factor)))
            ? null : "a scale of the uncertainty without one positive factor per knot";

    private static bool Ascends(IReadOnlyList<double> values) =>
        Enumerable.Range(1, values.Count - 1).All(i => values[i] > values[i - 1]);
}
