using Moliere.Formats.Onnx;
using Moliere.Learning.Losses;

namespace Moliere.Learning.Export;

/// <summary>
/// What P networks say together, as values of a graph. The networks' axis comes first; sigma_stat² is the variance of
/// their means with the divisor P - 1, sigma_syst² the mean of their variances.
/// </summary>
/// <source>Bollweg et al., arXiv:1904.10004, equations 14-16.</source>
internal static class StackPrinter
{
    // As for draws of the network itself: a component without any share still needs a mean.
    private const double LeastShare = 1e-30;

    /// <summary>Members of an ensemble: all components of all members, [N, P K].</summary>
    /// <param name="members">[P, N, K], P at least 2.</param>
    /// <param name="count">P.</param>
    /// <param name="loss">What the outputs mean.</param>
    public static SymbolicPrediction OfMembers(SymbolicMixture members, int count, Loss loss) => Summary(
        members, count, loss, new(
            SideBySide(members.Shares, members.Components * count) * (1.0 / count),
            SideBySide(members.Means, members.Components * count),
            SideBySide(members.Sigmas, members.Components * count), members.Components * count));

    /// <summary>
    /// Draws around one set of weights: component k of the mixture has the moments of the draws' components k.
    /// </summary>
    /// <param name="draws">[P, N, K], P at least 2.</param>
    /// <param name="count">P.</param>
    /// <param name="loss">What the outputs mean.</param>
    public static SymbolicPrediction OfDraws(SymbolicMixture draws, int count, Loss loss)
    {
        OnnxSymbol shares = draws.Shares.With("Max", draws.Shares.Number(LeastShare)), total = shares.Sum(0);
        OnnxSymbol mean = (shares * draws.Means).Sum(0) / total;
        OnnxSymbol square = (shares * ((draws.Sigmas * draws.Sigmas) + (draws.Means * draws.Means))).Sum(0) / total;
        OnnxSymbol variance = (square - (mean * mean)).With("Max", mean.Number(0));
        return Summary(
            draws, count, loss, new(total * (1.0 / count), mean, variance.Through("Sqrt"), draws.Components));
    }

    private static SymbolicPrediction Summary(SymbolicMixture each, int count, Loss loss, SymbolicMixture mixture)
    {
        OnnxSymbol means = each.Mean(), mean = means.Reduce("ReduceMean", 0), offset = means - mean;
        return new()
        {
            Mixture = mixture,
            Mean = mean,
            SigmaStat = ((offset * offset).Sum(0) * (1.0 / (count - 1))).Through("Sqrt"),
            SigmaSyst = loss.HasSpread ? each.Variance().Reduce("ReduceMean", 0).Through("Sqrt") : null,
        };
    }

    // [P, N, K] to [N, P K]; the length 0 of a new shape keeps the axis as it is.
    private static OnnxSymbol SideBySide(OnnxSymbol values, int columns)
    {
        OnnxBuilder graph = values.Builder;
        OnnxSymbol byRow = graph.Node("Transpose", values.Type, [values], OnnxAttribute.List("perm", 1, 0, 2));
        return graph.Node("Reshape", values.Type, [byRow, graph.Integers(0, columns)]);
    }
}
