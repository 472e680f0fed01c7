using Moliere.Data.Tables;
using Moliere.Tagging.Preservation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class PreservedExamplesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Examples_GiveTheSameOutputsAgain()
    {
        (string path, string[] names) = Write(1000);
        Assert.Equal(0, PreservedExamples.LargestDifference(path, names, Evaluate));
        Assert.Equal(51, File.ReadLines(path).Count());
    }

    [Fact]
    public void FewerRowsThanAskedFor_AreAllWritten()
    {
        (string path, _) = Write(7);
        Assert.Equal(8, File.ReadLines(path).Count());
    }

    [Fact]
    public void ChangedTagger_IsNoticed()
    {
        (string path, string[] names) = Write(1000);
        double found = PreservedExamples.LargestDifference(path, names, inputs => new(
            [.. Evaluate(inputs).Columns.Select(column => ((FloatColumn)column) with
            {
                Values = [.. ((FloatColumn)column).Values.Select(value => value + 0.25f)],
            })]));
        Assert.Equal(0.25, found, 1e-6);
        Assert.Equal(double.PositiveInfinity, PreservedExamples.LargestDifference(path, names, inputs => new(
            [.. names.Select(name => new FloatColumn(name, "", "", new float[inputs.RowCount]))])));
    }

    private (string Path, string[] Outputs) Write(int count)
    {
        string path = _folder.At("examples.csv");
        Table inputs = ToySelection.Make(count, 60, 1).Objects, outputs = Evaluate(inputs);
        PreservedExamples.Write(path, inputs, outputs, most: 50);
        return (path, [.. outputs.Columns.Select(column => column.Name)]);
    }

    // One output is NaN for the first row.
    private static Table Evaluate(Table inputs)
    {
        float[] pt = inputs.Floats("pt");
        return new(
        [
            new FloatColumn("score", "", "", [.. pt.Select(value => 1 / (1 + value))]),
            new FloatColumn("other", "", "", [.. pt.Select((value, row) => row == 0 ? float.NaN : value / 3)]),
        ]);
    }
}
