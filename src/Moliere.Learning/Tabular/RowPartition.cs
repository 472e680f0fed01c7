using Moliere.Numerics.Random;

namespace Moliere.Learning.Tabular;

/// <summary>The rows of a table dealt to three parts; every part ascending.</summary>
/// <param name="Training">Rows to learn from.</param>
/// <param name="Validation">Rows that decide when training stops; those of the training when there are none.</param>
/// <param name="Test">Rows to judge on.</param>
public sealed record RowPartition(int[] Training, int[] Validation, int[] Test)
{
    /// <summary>Draws a test part, and a validation part from the rest.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="testFraction">Share of all rows in the test part, in (0, 1).</param>
    /// <param name="validationFraction">Share of the other rows in the validation part, in [0, 1).</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="repetition">Number of the split; each has its own draw.</param>
    public static RowPartition Draw(
        int rows, double testFraction, double validationFraction, ulong seed, int repetition)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        Shuffle(order, new Rng(seed, "test part", (ulong)repetition));
        int count = (int)Math.Round(testFraction * rows);
        return OfTest(rows, order[..count], validationFraction, seed, repetition);
    }

    /// <summary>Takes a given test part, and draws the validation part from the rest.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="test">Distinct rows in [0, rows).</param>
    /// <param name="validationFraction">Share of the other rows in the validation part, in [0, 1).</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="repetition">Number of the split; each has its own draw.</param>
    public static RowPartition OfTest(
        int rows, IEnumerable<int> test, double validationFraction, ulong seed, int repetition)
    {
        int[] tested = [.. test.Order()];
        int[] rest = [.. Enumerable.Range(0, rows).Except(tested)];
        Shuffle(rest, new Rng(seed, "validation part", (ulong)repetition));
        int count = (int)Math.Round(validationFraction * rest.Length);
        int[] training = [.. rest[count..].Order()];
        return new(training, count == 0 ? training : [.. rest[..count].Order()], tested);
    }

    // Fisher and Yates: every order is equally likely.
    private static void Shuffle(int[] rows, Rng rng)
    {
        for (int left = rows.Length; left > 1; left--)
        {
            int pick = rng.NextInt(left);
            (rows[pick], rows[left - 1]) = (rows[left - 1], rows[pick]);
        }
    }
}
