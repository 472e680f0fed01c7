using Moliere.Data.Expressions;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>What is inconsistent in a jet network that was read from a file.</summary>
internal static class JetNetworkDefect
{
    /// <summary>The first defect, in the words of an error message; null if there is none.</summary>
    /// <param name="calibration">As the file says; its parts may lack whatever a file can lack.</param>
    /// <exception cref="ExpressionException">An input is no expression.</exception>
    public static string? Of(JetNetworkCalibration calibration) =>
        OfFeatures(calibration.Inputs) ?? OfConstituents(calibration.Inputs) ?? OfSizes(calibration)
        ?? calibration.Closure?.Defect() ?? calibration.Spread?.Defect();

    private static string? OfFeatures(JetInputs inputs)
    {
        if (InputDefect.Of(inputs.Jet) is { } defect)
        {
            return defect;
        }

        int[] flagged = [.. inputs.Flagged ?? [-1]];
        int count = inputs.Jet.Features.Count;
        return Ascends([-1, .. flagged.Select(position => (double)position), count])
            ? null : $"flags of the inputs [{string.Join(", ", flagged)}] of {count}";
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

    private static bool Ascends(IReadOnlyList<double> values) =>
        Enumerable.Range(1, values.Count - 1).All(i => values[i] > values[i - 1]);
}
