using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;

namespace Moliere.Tagging.Preservation;

/// <summary>
/// Inputs of a tagger with the outputs it gives for them, in a CSV file: what shows somebody with nothing but the
/// exported files that they are used as they were meant.
/// </summary>
/// <source>LHC Reinterpretation Forum, arXiv:2003.07868, section on machine learning: validation material.</source>
public static class PreservedExamples
{
    /// <summary>
    /// Writes rows spread evenly over a table, columns of the outputs behind those of the inputs. Numbers read back to
    /// the same bits; lists are joined by semicolons.
    /// </summary>
    /// <param name="path">File to make or replace; gzip if its name ends in ".gz".</param>
    /// <param name="inputs">What the tagger looks at.</param>
    /// <param name="outputs">What it says of the same rows, under other names.</param>
    /// <param name="most">Largest number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">The tables have different numbers of rows, or a name twice.</exception>
    public static void Write(string path, Table inputs, Table outputs, int most = 100)
    {
        var joined = new Table([.. inputs.Columns, .. outputs.Columns]);
        int count = Math.Min(most, joined.RowCount);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * joined.RowCount / count))];
        CsvTableWriter.Write(path, joined.Select(rows));
    }

    /// <summary>Evaluates the inputs of a file again.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="outputs">Names of the outputs.</param>
    /// <param name="evaluate">From the table of the file to one with the outputs.</param>
    /// <returns>The largest difference of any output; infinite where one is NaN and the other is not.</returns>
    /// <exception cref="InvalidFileException">The file cannot be read.</exception>
    /// <exception cref="MissingColumnException">An output is missing in the file or in what was evaluated.</exception>
    public static double LargestDifference(string path, IReadOnlyList<string> outputs, Func<Table, Table> evaluate)
    {
        Table examples = CsvTableReader.Read(path), again = evaluate(examples);
        return outputs.Max(name => Values(examples, name).Zip(Values(again, name), Difference)
            .DefaultIfEmpty().Max());
    }

    private static double Difference(double a, double b) =>
        a.Equals(b) ? 0 : double.IsNaN(a) || double.IsNaN(b) ? double.PositiveInfinity : Math.Abs(a - b);

    // A column whose values happen to be whole numbers is read as one of whole numbers.
    private static IEnumerable<double> Values(Table table, string name) => table[name] is LongColumn
        ? table.Longs(name).Select(value => (double)value) : table.Floats(name).Select(value => (double)value);
}
