using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Tables;

public sealed class TableFileWriterTests : IDisposable
{
    private static readonly Dictionary<string, string> s_notes = new() { ["seed"] = "7" };
    private static readonly ColumnSpec[] s_columns = [.. TestTables.AllKinds().Columns.Select(ColumnSpec.Of)];

    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Groups_ReadBackAsOneTable()
    {
        string path = WriteGroups("a.table");
        Table expected = ColumnJoin.Rows([.. Groups()]);
        TestTables.AssertSame(expected, TableFile.Read(path), withDescriptions: true);
        TableFileHeader header = TableFile.ReadHeader(path);
        Assert.Equal((expected.RowCount, 4L), (header.RowCount, (long)header.GroupCount));
    }

    [Fact]
    public void ManyRows_AreWrittenInGroups()
    {
        string path = _files.At("a.table");
        int rows = TableFile.GroupRows + 10;
        Table table = new([new LongColumn("n", "", "", [.. Enumerable.Range(0, rows).Select(i => (long)i)])]);
        TableFile.Write(path, table);
        Assert.Equal(2, TableFile.ReadHeader(path).GroupCount);
        Assert.Equal(table.Longs("n"), TableFile.Read(path).Longs("n"));
    }

    [Fact]
    public void UnfinishedFile_IsNotThereAndRemoved()
    {
        string path = _files.At("a.table");
        using (TableFileWriter writer = TableFileWriter.Create(path, s_columns))
        {
            writer.Append(TestTables.AllKinds());
            Assert.False(File.Exists(path));
        }

        Assert.False(File.Exists(path) || File.Exists(path + ".partial"));
    }

    [Fact]
    public void Continued_FromAnyLengthOfWhatWasWritten_GivesTheSameBytes()
    {
        byte[] whole = File.ReadAllBytes(WriteGroups("whole.table"));
        string path = _files.At("a.table");
        var kept = new HashSet<int>();
        for (int length = 0; length <= whole.Length; length += 13)
        {
            File.WriteAllBytes(path + ".partial", whole[..length]);
            kept.Add(Finish(path));
            Assert.Equal(whole, File.ReadAllBytes(path));
        }

        Assert.Equal([0, 1, 2, 3, 4], kept.Order());
    }

    [Fact]
    public void Continued_AfterZerosInTheLastGroup_WritesItAgain()
    {
        byte[] whole = File.ReadAllBytes(WriteGroups("whole.table"));
        string path = _files.At("a.table");
        byte[] damaged = [.. whole[..^64]];
        Array.Clear(damaged, damaged.Length - 64, 64); // The last array of the last group.
        File.WriteAllBytes(path + ".partial", damaged);
        Assert.Equal(3, Finish(path));
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public void Continued_WithOtherMetadataOrColumns_BeginsAnew()
    {
        byte[] whole = File.ReadAllBytes(WriteGroups("whole.table"));
        string path = _files.At("a.table");
        File.WriteAllBytes(path + ".partial", whole[..^64]);
        using (TableFileWriter other = TableFileWriter.Continue(path, s_columns))
        {
            Assert.Equal(0, other.GroupCount);
        }

        File.WriteAllBytes(path + ".partial", whole[..^64]);
        using TableFileWriter fewer = TableFileWriter.Continue(path, s_columns[1..], s_notes);
        Assert.Equal(0, fewer.GroupCount);
    }

    [Fact]
    public void OtherColumns_AreRefused()
    {
        using TableFileWriter writer = TableFileWriter.Create(_files.At("a.table"), s_columns);
        Assert.Contains("pt", Assert.Throws<ArgumentException>(() => writer.Append(new Table([]))).Message);
    }

    [Fact]
    public void FolderThatIsMissing_IsNamed() => Assert.Contains(
        "nowhere",
        Assert.Throws<InvalidFileException>(() => TableFileWriter.Create("/nowhere/a.table", s_columns)).Message);

    private static IEnumerable<Table> Groups() =>
        [TestTables.AllKinds(), TestTables.AllKinds().Select([]), TestTables.AllKinds().Select([2]),
            TestTables.AllKinds()];

    private string WriteGroups(string name)
    {
        string path = _files.At(name);
        using TableFileWriter writer = TableFileWriter.Create(path, s_columns, s_notes);
        foreach (Table group in Groups())
        {
            writer.Append(group);
        }

        writer.Complete();
        return path;
    }

    private static int Finish(string path)
    {
        using TableFileWriter writer = TableFileWriter.Continue(path, s_columns, s_notes);
        int kept = writer.GroupCount;
        foreach (Table group in Groups().Skip(kept))
        {
            writer.Append(group);
        }

        writer.Complete();
        return kept;
    }
}
