using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Formats.Root.Ntuples;
using Moliere.Tests.Formats.Sources;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

public sealed class DatasetCopyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void EveryFormThatIsWritten_KeepsItsForm()
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

    [Fact]
    public void Copy_HoldsTheValuesOfTheOriginal()
    {
        RootBranchSpec[] specs =
        [
            RootBranchSpec.Ragged("hits", RootLeafType.Float32, "n"),
            RootBranchSpec.Ragged("ids", RootLeafType.Int64, "n"),
            RootBranchSpec.Fixed("pair", RootLeafType.Float64, 2), new("label", RootLeafType.Text),
        ];
        RootArray[] values =
        [
            new ListArray([0, 0, 3], new NumberArray<float>([5, 6, 7])),
            new ListArray([0, 0, 3], new NumberArray<long>([1, 2, 3])),
            new ListArray([0, 2, 4], new NumberArray<double>([1, 2, 3, 4])),
            new TextArray([0, 2, 3], "abc"u8.ToArray()),
        ];
        string original = Write("original.root", specs, values);
        using RootFile file = RootFile.Open(original);
        IRootDataset data = RootDatasets.Open(file);
        DatasetCopy copy = DatasetCopy.Of(data);
        RootArray[] read = copy.Read(data, original, 0, 2, threads: 2);
        string again = Write("again.root", [.. copy.Branches.Select(branch => branch.Spec)], read);
        Assert.Equal(Values(original), Values(again));
        Assert.Contains("hits [[],[5,6,7]]", Values(again));
    }

    [Fact]
    public void ListsThatDifferFromTheirCounter_AreDamage()
    {
        var lists = new ListArray([0, 1], new NumberArray<float>([5]));
        FakeDataset data = new FakeDataset { EntryCount = 1 }
            .Add("n", "int32_t", new NumberArray<int>([2]))
            .Add(new RootField("x", "x", "float[n]") { Counter = "n" }, lists);
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => DatasetCopy.Of(data).Read(data, "a.root", 0, 1, threads: 1));
        Assert.Equal(
            "a.root (dir/tree > x): found a list of 1 elements, expected as many as 'n' says; the file is damaged.",
            error.Message);
    }

    [Fact]
    public void MemberWhoseNameBeginsAsItsParent_KeepsBoth()
    {
        RootField member = new("Event", "E/Event", "int32_t");
        FakeDataset data = new FakeDataset { EntryCount = 1 }
            .Add(new RootField("E", "E", "Holder"), null, (member, new NumberArray<int>([1])));
        Assert.Equal("E.Event", Assert.Single(DatasetCopy.Of(data).Branches).Spec.Name);
    }

    [Fact]
    public void CounterThatCannotCountHere_LeavesVectors()
    {
        var lists = new ListArray([0, 1], new NumberArray<float>([5]));
        FakeDataset data = new FakeDataset { EntryCount = 1 }
            .Add(new RootField("early", "early", "float[n]") { Counter = "n" }, lists)
            .Add("n", "int32_t", new NumberArray<int>([1]))
            .Add(new RootField("late", "late", "float[n]") { Counter = "n" }, lists)
            .Add("wide", "int64_t", new NumberArray<long>([1]))
            .Add(new RootField("other", "other", "float[wide]") { Counter = "wide" }, lists)
            .Add(new RootField("inner", "inner", "float[event/hits]") { Counter = "event/hits" }, lists);
        Assert.Equal(
            ["early ", "n ", "late n", "wide ", "other ", "inner event.hits"],
            DatasetCopy.Of(data).Branches.Select(branch => $"{branch.Spec.Name} {branch.Spec.Counter}"));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Values(string path)
    {
        using RootFile file = RootFile.Open(path);
        IRootDataset data = RootDatasets.Open(file);
        return [.. data.Fields.Select(field => $"{field.Name} {NtupleReading.Json(data.Read(field, 0, 2))}").Order()];
    }

    private string Write(string name, RootBranchSpec[] specs, RootArray[] values)
    {
        string path = _folder.At(name);
        using var file = new RootFileWriter(path);
        file.Tree("tree", "", specs).Append(values);
        file.Complete();
        return path;
    }
}
