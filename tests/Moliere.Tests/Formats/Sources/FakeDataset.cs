using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Tests.Formats.Sources;

/// <summary>A dataset in memory: fields with the values of all entries.</summary>
internal sealed class FakeDataset : IRootDataset
{
    private readonly Dictionary<RootField, RootArray> _values = [];
    private readonly List<RootField> _fields = [];

    public string Name { get; init; } = "dir/tree";

    public string Kind => "TTree";

    public required long EntryCount { get; init; }

    public IReadOnlyList<RootField> Fields => _fields;

    public IReadOnlyList<long> Boundaries { get; init; } = [];

    /// <summary>Paths of the fields whose values were asked for, in order.</summary>
    public List<string> Reads { get; } = [];

    public FakeDataset Add(string name, string type, RootArray values) => Add(new RootField(name, name, type), values);

    public FakeDataset Add(RootField field, RootArray? values = null, params (RootField, RootArray)[] children)
    {
        _fields.Add(field with { Children = [.. children.Select(child => child.Item1)] });
        foreach ((RootField child, RootArray array) in children.Append((_fields[^1], values!)))
        {
            _values[child] = array;
        }

        return this;
    }

    public RootArray Read(RootField field, long first, int count)
    {
        lock (Reads)
        {
            Reads.Add(field.Path);
        }

        return Slice(_values[field], (int)first, count);
    }

    private static RootArray Slice(RootArray array, int first, int count) => array switch
    {
        NumberArray<float> numbers => new NumberArray<float>(numbers.Values[first..(first + count)]),
        NumberArray<double> numbers => new NumberArray<double>(numbers.Values[first..(first + count)]),
        NumberArray<int> numbers => new NumberArray<int>(numbers.Values[first..(first + count)]),
        NumberArray<long> numbers => new NumberArray<long>(numbers.Values[first..(first + count)]),
        NumberArray<ulong> numbers => new NumberArray<ulong>(numbers.Values[first..(first + count)]),
        NumberArray<byte> numbers => numbers with { Values = numbers.Values[first..(first + count)] },
        ListArray lists => new ListArray(
            [.. lists.Offsets[first..(first + count + 1)].Select(offset => offset - lists.Offsets[first])],
            Slice(lists.Content, lists.Offsets[first], lists.Offsets[first + count] - lists.Offsets[first])),
        _ => array,
    };
}
