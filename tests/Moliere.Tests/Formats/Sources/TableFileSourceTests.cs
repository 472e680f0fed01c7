using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Sources;

public sealed class TableFileSourceTests : IDisposable
{
    private static readonly string[] s_names = [.. TestTables.AllKinds().Columns.Select(column => column.Name)];
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AnyRangeOfRows_IsReadAcrossGroups()
    {
        string path = WriteGroups();
        Table all = TableFile.Read(path);
        using var source = new TableFileSource(path);
        Assert.Equal([0, 3, 3, 4, 7], source.Boundaries);
        for (int first = 0; first <= all.RowCount; first++)
        {
            for (int count = 0; first + count <= all.RowCount; count++)
            {
                TestTables.AssertSame(
                    all.Slice(first, count), source.Read(first, count, s_names, threads: 2), withDescriptions: true);
            }
        }
    }

    [Fact]
    public void ColumnsAskedFor_AreReadUnderTheirNames()
    {
        using var source = new TableFileSource(WriteGroups());
        Table read = source.Read(0, 2, ["cells", "pt"]);
        Assert.Equal(["cells", "pt"], read.Columns.Select(column => column.Name));
        Assert.Contains("energies", Assert.Throws<InvalidFileException>(() => source.Read(0, 1, ["energie"])).Message);
        TestTables.AssertSame(TestTables.AllKinds(), source.ReadGroup(3), withDescriptions: true);
    }

    [Fact]
    public void DamageInAGroup_IsFoundWhereItIsReadAlone()
    {
        string path = WriteGroups();
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^128] ^= 1; // The last array of the last group, before the end record.
        File.WriteAllBytes(path, bytes);
        using var source = new TableFileSource(path);
        TestTables.AssertSame(TestTables.AllKinds(), source.ReadGroup(0), withDescriptions: true);
        Assert.Contains("'cells'", Assert.Throws<InvalidFileException>(() => source.ReadGroup(3)).Message);
    }

    private string WriteGroups()
    {
        string path = _files.At("a.table");
        Table table = TestTables.AllKinds();
        using TableFileWriter writer = TableFileWriter.Create(path, [.. table.Columns.Select(ColumnSpec.Of)]);
        foreach (Table group in (Table[])[table, table.Select([]), table.Select([2]), table])
        {
            writer.Append(group);
        }

        writer.Complete();
        return path;
    }
}
