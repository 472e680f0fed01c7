// covers: TableSources
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Sources;

public sealed class TableAddressTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("a/b.root", "a/b.root", null)]
    [InlineData("a/b.root:tree", "a/b.root", "tree")]
    [InlineData("a/*.root:dir/tree;2", "a/*.root", "dir/tree;2")]
    [InlineData(@"C:\x\b.root", @"C:\x\b.root", null)]
    [InlineData(@"C:\x\b.root:t", @"C:\x\b.root", "t")]
    [InlineData("C:/x/b.ROOT:d/t", "C:/x/b.ROOT", "d/t")]
    [InlineData("events:tree", "events", "tree")]
    [InlineData("events.root:/dir/tree", "events.root", "dir/tree")]
    [InlineData("x.table", "x.table", null)]
    public void Text_IsFileAndTree(string text, string pattern, string? dataset)
    {
        var address = new TableAddress(text);
        Assert.Equal((pattern, dataset, text), (address.Pattern, address.Dataset, address.ToString()));
    }

    [Fact]
    public void RootFiles_AreKnownByNameWildcardTreeOrContent()
    {
        Assert.All(["b.root", "b.root:t", "*.x", "data:t"], text => Assert.True(new TableAddress(text).IsRoot));
        Assert.True(new TableAddress(_folder.Write("odd.name", "root and more")).IsRoot);
        Assert.False(new TableAddress(_folder.Write("x.table", "MOLTABLE")).IsRoot);
        Assert.False(new TableAddress("no.hepmc").IsRoot);
    }

    [Fact]
    public void Wildcards_GiveSortedFiles()
    {
        foreach (string name in (string[])["b/2.root", "b/10.root", "a/1.root", "a/1.txt", "c/deep/3.root"])
        {
            _folder.Write(name, "x");
        }

        Assert.Equal(
            [_folder.At("a", "1.root"), _folder.At("b", "10.root"), _folder.At("b", "2.root")],
            new TableAddress(_folder.At("*", "*.root")).Files);
        Assert.Equal([_folder.At("b", "2.root")], new TableAddress(_folder.At("b", "?.root") + ":t").Files);
        var error = Assert.Throws<InvalidFileException>(() => new TableAddress(_folder.At("z*", "*.root")).Files);
        Assert.Contains("found no file of that name", error.Message);
    }

    [Fact]
    public void FileWithAColonInItsName_IsTakenAsItIs()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder.Write("a.root:b", "x");
        Assert.Null(new TableAddress(path).Dataset);
    }

    [Fact]
    public void TablesOfTheHouse_OpenInMemory()
    {
        var table = new Table([new FloatColumn("x", "", "", [1, 2.5f])]);
        TableFile.Write(_folder.At("t.table"), table);
        CsvTableWriter.Write(_folder.At("t.csv"), table);
        foreach (string name in (string[])["t.table", "t.csv"])
        {
            using ITableSource source = TableSources.Open(_folder.At(name));
            Assert.Equal([1f, 2.5f], source.Read(0, 2, ["x"]).Floats("x"));
        }

        using ITableSource friends = TableSources.Open(_folder.At("t.table"), [_folder.At("t.csv")]);
        Assert.Equal([2.5f], friends.Read(1, 1, ["t.x"]).Floats("t.x"));
        Assert.True(TableSources.IsCsv("A.CSV.GZ"));
    }

    public void Dispose() => _folder.Dispose();
}
