using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Csv;

public sealed class CsvTableReaderTests : IDisposable
{
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void KindsAreFoundByContent()
    {
        Table table = Read(
            "event,pt [GeV],\"a,b\",cells[],e[] [GeV]\n1,2,1e3,3;4,\n5,2.5,nan,,1.5\n");
        Assert.Equal([1L, 5L], table.Longs("event"));
        Assert.Equal([2f, 2.5f], table.Floats("pt"));
        Assert.Equal([1000f, float.NaN], table.Floats("a,b"));
        Assert.Equal([3, 4], table.Jagged<int>("cells")[0].ToArray());
        Assert.Equal([1.5f], table.Jagged<float>("e")[1].ToArray());
        Assert.Equal(["", "GeV", "", "", "GeV"], table.Columns.Select(c => c.Unit));
    }

    [Fact]
    public void QuotesWindowsLineEndsBlankLinesAndBom_AreRead()
    {
        Table table = Read("\uFEFFx,y\r\n\"1\", 2.5 \r\n\r\n-inf,+3\r\n");
        Assert.Equal([1f, float.NegativeInfinity], table.Floats("x"));
        Assert.Equal([2.5f, 3f], table.Floats("y"));
    }

    [Fact]
    public void EmptyCell_IsMissing() => Assert.Equal([1f, float.NaN], Read("x,y\n1,2\n,3\n").Floats("x"));

    [Fact]
    public void Schema_DecidesKindsAndDescriptions()
    {
        string path = _files.Write("a.csv", "x,n,cells\n1,2,3;4\n");
        ColumnSpec[] schema = [new("x", ColumnKind.Float, "GeV", "Energy."), new("cells", ColumnKind.IntList)];
        Table table = CsvTableReader.Read(path, schema);
        Assert.Equal([1f], table.Floats("x"));
        Assert.Equal(("GeV", "Energy."), (table.Columns[0].Unit, table.Columns[0].Description));
        Assert.Equal([2L], table.Longs("n"));
        Assert.Equal([3, 4], table.Jagged<int>("cells")[0].ToArray());
    }

    [Fact]
    public void MissingColumnOfSchema_NamesNearest()
    {
        string path = _files.Write("a.csv", "energy_em,eta\n1,2\n");
        ColumnSpec[] schema = [new("energy", ColumnKind.Float)];
        var error = Assert.Throws<InvalidFileException>(() => CsvTableReader.Read(path, schema));
        Assert.Contains("no column 'energy'", error.Message);
        Assert.Contains("energy_em", error.Message);
    }

    [Fact]
    public void WrongCell_NamesLineColumnFoundExpected()
    {
        string message = ErrorOf("x,pt\n1,2\n3,abc\n");
        Assert.Contains("a.csv, line 3 (column 'pt'): found 'abc', expected a number", message);
        Assert.Contains("named 'x[]'", ErrorOf("x\n1;2\n"));
        Assert.Contains("numbers separated by ';'", ErrorOf("x[]\n1;;2\n"));
    }

    [Fact]
    public void FixedWholeNumber_RefusesPoint()
    {
        string path = _files.Write("a.csv", "n\n1.5\n");
        var error = Assert.Throws<InvalidFileException>(() => CsvTableReader.Read(path, [new("n", ColumnKind.Long)]));
        Assert.Contains("found '1.5', expected a whole number", error.Message);
    }

    [Fact]
    public void ColumnOfText_IsLeftOutOnRequest()
    {
        string path = _files.Write("a.csv", "name,x,tag\nv1,1,\n2,2,b\n");
        Table table = CsvTableReader.Read(path, leavesOutText: true);
        Assert.Equal(["x"], table.Columns.Select(column => column.Name));
        Assert.Equal([1L, 2], table.Longs("x"));
        path = _files.Write("b.csv", "x\n1\noops\n");
        var error = Assert.Throws<InvalidFileException>(() => CsvTableReader.Read(path, leavesOutText: true));
        Assert.Contains("line 3 (column 'x'): found 'oops', expected a number", error.Message);
    }

    [Fact]
    public void WrongNumberOfCells_NamesLine() =>
        Assert.Contains("line 3: found 1 cells, expected 2", ErrorOf("x,y\n1,2\n3\n"));

    [Fact]
    public void BadHeader_IsRefused()
    {
        Assert.Contains("the column 'x' twice", ErrorOf("x,x [GeV]\n1,2\n"));
        Assert.Contains("as name of column 2", ErrorOf("x,\n1,2\n"));
    }

    [Fact]
    public void QuoteOutOfPlace_IsRefused() => Assert.Contains("quote out of place", ErrorOf("x,y\n1\"2,3\n"));

    [Fact]
    public void HeaderOnly_GivesNoRows() => Assert.Empty(Read("x,y\n").Floats("y"));

    [SkippableFact]
    public void RealFile_HasItsRows()
    {
        string path = SharedData.PathOrSkip("data", "ild-fullsim/clusters.csv.gz");
        Table table = CsvTableReader.Read(path);
        Assert.True(table.RowCount > 100 && table.Columns.Count > 3);
    }

    private Table Read(string text) => CsvTableReader.Read(_files.Write("a.csv", text));

    private string ErrorOf(string text) => Assert.Throws<InvalidFileException>(() => Read(text)).Message;
}
