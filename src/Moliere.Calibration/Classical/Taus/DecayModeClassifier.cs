using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Probabilities of the five decay modes of a tau by boosted trees. There are two sets of trees, each grown on one half
/// of the events; a tau is judged by the set that has not seen its half. So the probabilities of training taus are as
/// honest as those of any others, and what is learnt on top of them holds for new taus.
/// </summary>
/// <param name="Halves">
/// The trees that judge the first and the second half of the events; one margin per decay mode.
/// </param>
/// <source>
/// Decay modes by boosted trees: arXiv:1512.05955, section 5; cross-fitting: Chernozhukov et al., arXiv:1608.00060,
/// definition 3.1.
/// </source>
public sealed record DecayModeClassifier(IReadOnlyList<BoostedTrees> Halves)
{
    // Independent of how samples are split for training and test: another salt, another hash.
    private static readonly EventSplit s_halves =
        new() { TrainingFraction = 0.5, ValidationFraction = 0.5, Salt = 0x7A75 };

    /// <summary>Inputs as plain expressions, in the order of <see cref="TauColumns.ModeInputs"/>.</summary>
    internal static IReadOnlyList<Feature> Features { get; } =
        [.. TauColumns.ModeInputs.Select(name => new Feature { Name = name, Expression = name })];

    /// <summary>Probabilities of each tau, [N, 5] row-major in the order of <see cref="TauColumns.Modes"/>.</summary>
    /// <param name="taus">
    /// A tau table with <see cref="TauColumns.ModeInputs"/>; the trees know what to do where one of them is NaN.
    /// Without numbers of crossings or events all taus count as of the first half.
    /// </param>
    /// <param name="threads">Does not change the result.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    public float[] Probabilities(Table taus, int threads = 1)
    {
        float[] inputs = TauMatrix.Of(taus, Features);
        int[] half = HalvesOf(taus) ?? new int[taus.RowCount];
        var probabilities = new float[taus.RowCount * TauColumns.Modes.Count];
        for (int h = 0; h < Halves.Count; h++)
        {
            int[] rows = [.. Enumerable.Range(0, taus.RowCount).Where(row => half[row] == h)];
            float[] margins = TauMatrix.Margins(Halves[h], TauMatrix.Select(inputs, Features.Count, rows), threads);
            Softmax(margins, rows, probabilities);
        }

        return probabilities;
    }

    /// <summary>The half, 0 or 1, that each tau belongs to; null without numbers of crossings or events.</summary>
    internal static int[]? HalvesOf(Table taus)
    {
        string? column = new[] { TauColumns.Crossing, TauColumns.Event }.FirstOrDefault(taus.Has);
        return column is null ? null
            : [.. taus.Longs(column).Select(number => s_halves.PartOf(number) == SplitPart.Training ? 0 : 1)];
    }

    /// <summary>What is inconsistent in trees that were read from a file; null if nothing is.</summary>
    internal string? Defect() => Halves is { Count: 2 } && Halves.All(half =>
        half is { Start: not null, Trees: not null } && half.Trees.All(tree => tree is not null)
        && half.Start.All(float.IsFinite)
        && half.MarginCount == TauColumns.Modes.Count && half.Features.SequenceEqual(TauColumns.ModeInputs))
            ? null : "a classifier of decay modes without two sets of trees with its inputs";

    private static void Softmax(float[] margins, int[] rows, float[] probabilities)
    {
        int modes = TauColumns.Modes.Count;
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> own = margins.AsSpan(i * modes, modes), into = probabilities.AsSpan(rows[i] * modes, modes);
            float largest = own[0], sum = 0;
            foreach (float margin in own)
            {
                largest = Math.Max(largest, margin);
            }

            for (int mode = 0; mode < modes; mode++)
            {
                sum += into[mode] = MathF.Exp(own[mode] - largest);
            }

            for (int mode = 0; mode < modes; mode++)
            {
                into[mode] /= sum;
            }
        }
    }
}
