using System.Globalization;
using Moliere.Cli.Recipes.Regress;
using Moliere.Formats.Bytes;
using Moliere.Learning.Tabular;

namespace Moliere.Cli.Studies.Regress;

/// <summary>The splits of a study, drawn or read from a file.</summary>
internal static class SplitPlan
{
    private const int FewestTraining = 10, FewestTest = 2, DrawnByDefault = 3;

    /// <summary>The splits in order; each has enough rows in every part.</summary>
    /// <exception cref="RefusalException">Too few rows.</exception>
    /// <exception cref="InvalidFileException">A line of the splits file is not as it should be.</exception>
    public static IReadOnlyList<RowPartition> Of(RegressData data, RegressRecipe recipe)
    {
        ProtocolSection protocol = recipe.Protocol;
        int rows = data.Target.Length;
        IReadOnlyList<RowPartition> splits = protocol.SplitsFile is { } path
            ? OfFile(path, data, recipe)
            : [.. Enumerable.Range(0, protocol.Repetitions ?? DrawnByDefault).Select(repetition =>
                RowPartition.Draw(rows, protocol.Test, protocol.Validation, recipe.Seed, repetition))];
        RowPartition? small = splits.FirstOrDefault(split => split.Training.Length < FewestTraining
            || split.Test.Length < FewestTest || (protocol.Validation > 0 && split.Validation == split.Training));
        return small is null ? splits : throw new RefusalException(
            ExitCode.BadData, $"{rows} usable rows are too few: a split has {small.Training.Length} rows for training, "
            + $"{(small.Validation == small.Training ? 0 : small.Validation.Length)} for validation and "
            + $"{small.Test.Length} for the test, expected at least {FewestTraining}, 1 and {FewestTest}; "
            + "use more rows, or other shares with --set protocol.test=... and --set protocol.validation=....");
    }

    private static RowPartition[] OfFile(string path, RegressData data, RegressRecipe recipe)
    {
        int[][] lines = [.. Lines(path, data.FileRowCount)];
        int wanted = recipe.Protocol.Repetitions ?? lines.Length;
        if (wanted > lines.Length)
        {
            throw new InvalidFileException(
                new(path), $"{lines.Length} splits", $"at least {wanted}, as protocol.repetitions says",
                "ask for fewer with --set protocol.repetitions=auto");
        }

        var places = data.FileRows.Select((row, i) => (row, i)).ToDictionary(pair => pair.row, pair => pair.i);
        return [.. lines.Take(wanted).Select((test, repetition) => RowPartition.OfTest(
            data.Target.Length, test.Where(places.ContainsKey).Select(row => places[row]),
            recipe.Protocol.Validation, recipe.Seed, repetition))];
    }

    private static IEnumerable<int[]> Lines(string path, int rows)
    {
        using var text = new StreamReader(InputFile.Open(path));
        int number = 0, splits = 0;
        while (text.ReadLine() is { } line)
        {
            var place = new FilePlace(path) { Line = ++number };
            string[] words = line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                throw new InvalidFileException(place, "an empty line", "the row numbers of a test part");
            }

            int[] test = [.. words.Select(word => RowOf(place, word, rows))];
            IGrouping<int, int>? twice = test.GroupBy(row => row).FirstOrDefault(group => group.Count() > 1);
            yield return twice is null ? test : throw new InvalidFileException(
                place, $"row {twice.Key} {twice.Count()} times", "each row of a test part once");
            splits++;
        }

        if (splits == 0)
        {
            throw new InvalidFileException(new(path), "no lines", "one split a line");
        }
    }

    private static int RowOf(FilePlace place, string word, int rows) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row < rows
            ? row
            : throw new InvalidFileException(
                place, $"'{word}'", $"a row number from 0 to {rows - 1}", $"the table has {rows} rows");
}
