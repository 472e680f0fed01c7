using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// The standard calibration of jets: pile-up subtraction, numerical inversion, correction of the direction and global
/// sequential correction, one after the other.
/// </summary>
/// <param name="Steps">The steps in the order of their application.</param>
/// <source>Physics notes section 2.6; arXiv:2007.02645, section 5.1.</source>
public sealed record JetChain(IReadOnlyList<JetStep> Steps)
{
    /// <summary>Names of the methods, each the chain up to and including one kind of step.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["pileup", "mcjes", "eta", "gsc"];

    /// <summary>The chain up to and including the last step of a method, as a calibration of that name.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    /// <exception cref="ArgumentException">The chain has no such step.</exception>
    public ICalibration UpTo(string method)
    {
        int last = Steps.ToList().FindLastIndex(step => step.Method == method);
        return last >= 0
            ? new JetChainCalibration(method, [.. Steps.Take(last + 1)])
            : throw new ArgumentException(
                $"Found the method '{method}', expected one of "
                + $"{string.Join(", ", Steps.Select(step => step.Method).Distinct())}.",
                nameof(method));
    }

    /// <summary>
    /// Whether the residual slopes with pile-up are known; they are 0 if no jet was soft enough to tell them.
    /// </summary>
    public bool HasPileupSlopes => Steps.OfType<PileupSubtraction>().Any(step => step.HasSlopes);

    /// <summary>Number of jets of a table whose momentum was nearly all pile-up and was kept at a tenth.</summary>
    /// <param name="table">A jet table.</param>
    public int CountFloored(Table table) => Steps.OfType<PileupSubtraction>().Sum(step => step.CountFloored(table));
}
