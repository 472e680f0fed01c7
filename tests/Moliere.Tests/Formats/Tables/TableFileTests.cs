// covers: TableFileHeader
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Tables;

public sealed class TableFileTests : IDisposable
{
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void AllKinds_ReadBackWithTheSameBits()
    {
        string path = _files.At("a.table");
        TableFile.Write(path, TestTables.AllKinds());
        TestTables.AssertSame(TestTables.AllKinds(), TableFile.Read(path), withDescriptions: true);
    }

    [Fact]
    public void TableWithoutRowsOrColumns_ReadsBack()
    {
        string path = _files.At("a.table");
        TableFile.Write(path, TestTables.AllKinds().Select([]));
        TestTables.AssertSame(TestTables.AllKinds().Select([]), TableFile.Read(path), withDescriptions: true);
        TableFile.Write(path, new Table([]));
        Assert.Empty(TableFile.Read(path).Columns);
    }

    [Fact]
    public void Header_TellsColumnsAndMetadata()
    {
        string path = _files.At("a.table");
        var metadata = new Dictionary<string, string> { ["seed"] = "7", ["events"] = "2" };
        TableFile.Write(path, TestTables.AllKinds(), metadata);
        TableFileHeader header = TableFile.ReadHeader(path);
        Assert.Equal(3, header.RowCount);
        Assert.Equal(["events", "seed"], header.Metadata.Keys);
        Assert.Equal("7", header.Metadata["seed"]);
        Assert.Equal(new ColumnSpec("pt", ColumnKind.Float, "GeV", "Transverse momentum, \"raw\"."), header.Columns[0]);
    }

    [Fact]
    public void EqualTables_GiveEqualBytes()
    {
        (string a, string b) = (_files.At("a.table"), _files.At("b.table"));
        TableFile.Write(a, TestTables.AllKinds(), new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" });
        TableFile.Write(b, TestTables.AllKinds(), new Dictionary<string, string> { ["y"] = "2", ["x"] = "1" });
        Assert.Equal(File.ReadAllBytes(a), File.ReadAllBytes(b));
    }

    [Fact]
    public void CutAtAnyByte_IsRefused()
    {
        string path = _files.At("a.table");
        TableFile.Write(path, TestTables.AllKinds());
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains(path, Assert.Throws<InvalidFileException>(() => TableFile.Read(path)).Message);
        }
    }

    [Fact]
    public void AnyByteOfContentChanged_IsRefused()
    {
        string path = _files.At("a.table");
        TableFile.Write(path, TestTables.AllKinds());
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(path, damaged);
            if (Record.Exception(() => TableFile.Read(path)) is { } error)
            {
                Assert.IsType<InvalidFileException>(error);
                refused++;
            }
            else
            {
                TestTables.AssertSame(TestTables.AllKinds(), TableFile.Read(path), withDescriptions: true);
            }
        }

        Assert.InRange(refused, whole.Length / 3, whole.Length); // The rest is padding.
    }

    [Fact]
    public void OtherFile_IsRefused()
    {
        string path = _files.Write("a.table", "pt,eta\n1,2\n");
        string message = Assert.Throws<InvalidFileException>(() => TableFile.Read(path)).Message;
        Assert.Contains("expected a Moliere table", message);
    }

    [Fact]
    public void BytesAfterTheEnd_AreRefused()
    {
        string path = _files.At("a.table");
        TableFile.Write(path, TestTables.AllKinds());
        File.AppendAllText(path, "x");
        Assert.Throws<InvalidFileException>(() => TableFile.Read(path));
    }
}
