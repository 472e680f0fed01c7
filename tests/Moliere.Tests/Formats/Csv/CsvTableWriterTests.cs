using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Csv;

public sealed class CsvTableWriterTests : IDisposable
{
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.gz")]
    public void AllKinds_ReadBackWithTheSameBits(string name)
    {
        string path = _files.At(name);
        CsvTableWriter.Write(path, TestTables.AllKinds());
        TestTables.AssertSame(TestTables.AllKinds(), CsvTableReader.Read(path), withDescriptions: false);
    }

    [Fact]
    public void ManyFloats_ReadBackWithTheSameBits()
    {
        float[] values = [.. Enumerable.Range(0, 20000)
            .Select(i => BitConverter.Int32BitsToSingle(i * 214_013)).Where(float.IsFinite)];
        var table = new Table([new FloatColumn("x", "", "", values)]);
        string path = _files.At("a.csv");
        CsvTableWriter.Write(path, table);
        TestTables.AssertSame(table, CsvTableReader.Read(path), withDescriptions: false);
    }

    [Fact]
    public void OnlyColumnOfEmptyLists_KeepsItsRows()
    {
        var table = new Table([new JaggedColumn<float>("x", "", "", [0, 0, 1, 1], [2.5f])]);
        string path = _files.At("a.csv");
        CsvTableWriter.Write(path, table);
        TestTables.AssertSame(table, CsvTableReader.Read(path), withDescriptions: false);
    }

    [Fact]
    public void Text_IsReadableByOthers()
    {
        string path = _files.At("a.csv");
        CsvTableWriter.Write(path, new Table(
        [
            new FloatColumn("pt", "GeV", "", [20]),
            new LongColumn("a,b", "", "", [3]),
            new JaggedColumn<int>("cells", "", "", [0, 2], [4, 5]),
        ]));
        Assert.Equal("pt [GeV],\"a,b\",cells[]\n20.0,3,4;5\n", File.ReadAllText(path));
    }
}
