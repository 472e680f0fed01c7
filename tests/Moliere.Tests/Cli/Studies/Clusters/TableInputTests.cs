using Moliere.Calibration.Neural;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

public sealed class TableInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void CsvAndTableFile_GiveTheSameNumbers()
    {
        Table table = ToyFeatures.Clusters(30, 1);
        CsvTableWriter.Write(_folder.At("x.csv"), table);
        TableFile.Write(_folder.At("x.table"), table);
        Table csv = Read(_folder.At("x.csv")), binary = Read(_folder.At("x.table"));
        Assert.Equal(binary.Floats(ClusterColumns.EnergyEm), csv.Floats(ClusterColumns.EnergyEm));
        Assert.Equal(binary.Longs(ClusterColumns.Event), csv.Longs(ClusterColumns.Event));
    }

    [Fact]
    public void WholeNumbersOfAForeignProgram_AreReadAsRealOnes()
    {
        string[] names = ["event", "weight", "e_dep", .. ClusterFeatures.All.Select(feature => feature.Name), "tag"];
        string path = _folder.Write("x.csv", string.Join(',', names) + "\n"
            + string.Join(',', Enumerable.Repeat("3", names.Length)) + "\n");
        Table table = Read(path);
        Assert.Equal([3f], table.Floats(ClusterColumns.Weight));
        Assert.Equal([3L], table.Longs(ClusterColumns.Event));
        Assert.Equal([3L], table.Longs("tag"));
    }

    [Fact]
    public void MissingColumn_IsNamedWithTheFileAndItsNearestNames()
    {
        Table table = ToyFeatures.Clusters(3, 1);
        Table renamed = new([.. table.Columns.Select(column =>
            column is FloatColumn { Name: "m2_long" } values ? values with { Name = "m2_lng" } : column)]);
        TableFile.Write(_folder.At("x.table"), renamed);
        var error = Assert.Throws<InvalidFileException>(() => Read(_folder.At("x.table")));
        Assert.StartsWith($"{_folder.At("x.table")}: found no column 'm2_long'", error.Message);
        Assert.Contains("m2_lng", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Table Read(string path)
    {
        using ITableSource source = TableInput.Open(path);
        return source.Read(0, (int)source.RowCount, [.. source.Columns.Select(column => column.Name)]);
    }
}
