// covers: IRootDataset, RootField, RootDatasets
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root;

public sealed class RootDatasetsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void OnlyTree_NeedsNoName()
    {
        using RootFile file = RootFile.Open(Write("dir/events"));
        IRootDataset data = RootDatasets.Open(file);
        Assert.Equal(("dir/events", "TTree", 2L), (data.Name, data.Kind, data.EntryCount));
        RootField field = Assert.Single(data.Fields);
        Assert.Equal([1, 2], ((NumberArray<int>)data.Read(field, 0, 2)).Values);
        Assert.Equal([2], ((NumberArray<int>)data.Read(field, 1, 1)).Values);
        Assert.Equal(0, data.Read(field, 2, 0).Length);
    }

    [Fact]
    public void SeveralTrees_AreListedWhereNoneIsNamed()
    {
        using RootFile file = RootFile.Open(Write("a", "b"));
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => RootDatasets.Open(file));
        Assert.Contains("found 2 trees", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a', 'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongNameOrCycle_GivesTheNearest()
    {
        using RootFile file = RootFile.Open(Write("events", "other"));
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => RootDatasets.Open(file, "event"));
        Assert.Contains("the nearest are 'events'", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidFileException>(() => RootDatasets.Open(file, "events;7"));
        Assert.Equal("events", RootDatasets.Open(file, "events;1").Name);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(params string[] trees)
    {
        string path = _folder.At("trees.root");
        using var file = new RootFileWriter(path);
        foreach (string name in trees)
        {
            file.Tree(name, "", [new("x", RootLeafType.Int32)]).Append([new NumberArray<int>([1, 2])]);
        }

        file.Complete();
        return path;
    }
}
