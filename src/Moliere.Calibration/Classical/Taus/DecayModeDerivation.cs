using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Grows the classifier of decay modes: the trees that judge one half of the events learn from the other half.
/// </summary>
/// <source>arXiv:1512.05955, section 5; cross-fitting: arXiv:1608.00060, definition 3.1.</source>
internal static class DecayModeDerivation
{
    /// <summary>Grows both sets of trees.</summary>
    /// <param name="taus">Taus with true decay modes and numbers of their crossings or events.</param>
    /// <param name="rows">Rows to learn from; those of another decay mode than the five are left out.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="threads">Number of workers; does not change the result.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="InvalidDataException">A half has too few taus.</exception>
    public static DecayModeClassifier Derive(Table taus, int[] rows, DecayModeOptions options, int threads)
    {
        float[] modes = taus.Floats(TauColumns.TruthMode);
        int[] half = DecayModeClassifier.HalvesOf(taus)
            ?? throw MissingColumnException.For(TauColumns.Event, taus.Columns.Select(column => column.Name));
        int[] known = [.. rows.Where(row => modes[row] >= 0 && modes[row] < TauColumns.Modes.Count)];
        float[] inputs = TauMatrix.Of(taus, DecayModeClassifier.Features);
        BoostedTrees Grow(int judged)
        {
            int[] seen = [.. known.Where(row => half[row] != judged)];
            if (seen.Length < options.TausMin)
            {
                throw new InvalidDataException(
                    $"Found {seen.Length} taus with a known decay mode in half of the events, expected at least "
                    + $"{options.TausMin} to tell decay modes apart; more taus are needed, or the columns "
                    + $"{string.Join(", ", TauColumns.Modes)}.");
            }

            float[] matrix = TauMatrix.Select(inputs, DecayModeClassifier.Features.Count, seen);
            float[] classes = [.. seen.Select(row => modes[row])];
            return BoostedTreesTrainer.Fit(
                new TreeRows(matrix, TauColumns.ModeInputs, classes), options.ToBoosting(threads)).Model;
        }

        return new([Grow(0), Grow(1)]);
    }
}
