using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

public sealed class DatasetCopyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void EveryFormThatIsWritten_IsCopiedToTheSame()
    {
        RootBranchSpec[] specs =
        [
            new("flat", RootLeafType.Int16), RootBranchSpec.Fixed("pair", RootLeafType.Float64, 2),
            RootBranchSpec.Ragged("hits", RootLeafType.Float32, "n"),
            RootBranchSpec.Vector("tracks", RootLeafType.UInt8),
            new("label", RootLeafType.Text),
        ];
        RootArray[] values =
        [
            new NumberArray<short>([1, -2]), new ListArray([0, 2, 4], new NumberArray<double>([1, 2, 3, 4])),
            new ListArray([0, 0, 3], new NumberArray<float>([5, 6, 7])),
            new ListArray([0, 1, 1], new NumberArray<byte>([9])), new TextArray([0, 2, 3], "abc"u8.ToArray()),
        ];
        string original = Write("original.root", specs, values);
        using RootFile file = RootFile.Open(original);
        IRootDataset data = RootDatasets.Open(file);
        DatasetCopy copy = DatasetCopy.Of(data);
        Assert.Empty(copy.LeftOut);
        Assert.Equal(
            ["flat", "hits", "label", "n", "pair", "tracks"], copy.Branches.Select(branch => branch.Spec.Name).Order());
        RootBranchSpec hits = copy.Branches.First(branch => branch.Spec.Name == "hits").Spec;
        Assert.Equal("n", hits.Counter);
        Assert.Equal([2], copy.Branches.First(branch => branch.Spec.Name == "pair").Spec.Shape);
        Assert.True(copy.Branches.First(branch => branch.Spec.Name == "tracks").Spec.IsVector);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, RootBranchSpec[] specs, RootArray[] values)
    {
        string path = _folder.At(name);
        using var file = new RootFileWriter(path);
        file.Tree("tree", "", specs).Append(values);
        file.Complete();
        return path;
    }
}
