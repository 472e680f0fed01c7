using System.IO.Compression;
using System.Text;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Csv;

public sealed class TextTableReaderTests
{
    [Theory]
    [InlineData("1 2.5 3\n4 5.5 6\n")]
    [InlineData("1,2.5,3\r\n4,5.5,6\r\n")]
    [InlineData("1;2.5;3\n4;5.5;6")]
    [InlineData("# made by hand\n\n1\t2.5\t3\n# in between\n4\t5.5\t6\n\n")]
    [InlineData("  1  2.5 3  \n 4 5.5   6\n")]
    public void NumbersWithoutNames_GetNumberedColumns(string text)
    {
        using TempFolder folder = new();
        Table table = TextTableReader.Read(folder.Write("data.txt", text));
        Assert.Equal(["c0", "c1", "c2"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 4], table.Longs("c0"));
        Assert.Equal([2.5f, 5.5f], table.Floats("c1"));
        Assert.Equal([3, 6], table.Longs("c2"));
    }

    [Theory]
    [InlineData("a b\n1 2\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("\"a\";\"b\"\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("# comment\na b\n1 2\n")]
    [InlineData("# comment\na,b\n1,2\n")]
    public void NamesInTheFirstLine_AreKept(string text)
    {
        using TempFolder folder = new();
        Table table = TextTableReader.Read(folder.Write("data.txt", text));
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal([2], table.Longs("b"));
    }

    [Fact]
    public void MissingValuesAndGzip_Read()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write("1,,3\n4,nan,6\n"u8);
        }

        using TempFolder folder = new();
        Table table = TextTableReader.Read(folder.Write("data.bin", packed.ToArray()));
        Assert.All(table.Floats("c1"), value => Assert.True(float.IsNaN(value)));
    }

    [Theory]
    [InlineData("1 2\n3\n", "line 2", "1 cells")]
    [InlineData("1 2\n3 x\n", "line 2 (column 'c1')", "'x'")]
    [InlineData("a a\n3 4\n", "line 1", "'a'")]
    [InlineData("\n\n", "no lines", "rows of numbers")]
    public void BrokenText_IsRefusedWithItsPlace(string text, string place, string found)
    {
        using TempFolder folder = new();
        string path = folder.Write("data.txt", Encoding.UTF8.GetBytes(text));
        string message = Assert.Throws<InvalidFileException>(() => TextTableReader.Read(path)).Message;
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(found, message, StringComparison.Ordinal);
    }
}
