using System.Globalization;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Sources;

namespace Moliere.Formats.Root.Writing;

/// <summary>
/// Which fields of a dataset can be written again as branches, and how: numbers, arrays of fixed length, counted
/// arrays with their counter, vectors of numbers, texts. Members of split objects become branches of their own, lists
/// without a counter vectors.
/// </summary>
/// <param name="Branches">Fields in order of the file.</param>
/// <param name="LeftOut">What cannot be written, and why.</param>
public sealed record DatasetCopy(
    IReadOnlyList<(RootField Field, RootBranchSpec Spec)> Branches, IReadOnlyList<SourceGap> LeftOut)
{
    /// <summary>Looks at each field; reads no values.</summary>
    /// <param name="data">The dataset.</param>
    public static DatasetCopy Of(IRootDataset data)
    {
        var branches = new List<(RootField Field, RootBranchSpec Spec)>();
        var leftOut = new List<SourceGap>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        RootField[] leaves = [.. data.Fields.SelectMany(Leaves)];
        HashSet<string> all = [.. leaves.Select(leaf => NameOf(leaf.Path))];
        foreach (RootField field in leaves)
        {
            string name = NameOf(field.Path);
            string? problem = field.Obstacle ?? (names.Contains(name) ? "its name stands twice" : null);
            RootBranchSpec? spec = problem is null ? SpecOf(
                field, name, CounterOf(field, all, branches), data.Read(field, 0, 0)) : null;
            if (spec is null)
            {
                leftOut.Add(new(field.Path, problem ?? $"{field.Type} cannot be written"));
                continue;
            }

            names.Add(name);
            branches.Add((field, spec));
        }

        return new(branches, leftOut);
    }

    /// <summary>The values of consecutive entries, one array per branch.</summary>
    /// <param name="data">The dataset that was looked at.</param>
    /// <param name="file">Path of its file, for errors.</param>
    /// <param name="first">First entry.</param>
    /// <param name="count">Number of entries.</param>
    /// <param name="threads">Branches to read at a time; neither values nor errors depend on it.</param>
    /// <exception cref="InvalidFileException">A branch is damaged, or lists differ from what counts them.</exception>
    public RootArray[] Read(IRootDataset data, string file, long first, int count, int threads)
    {
        var arrays = new RootArray[Branches.Count];
        InOrder.For(arrays.Length, threads, i => arrays[i] = data.Read(Branches[i].Field, first, count));
        var byName = Branches.Zip(arrays).ToDictionary(pair => pair.First.Spec.Name, pair => pair.Second);
        foreach (((RootField field, RootBranchSpec spec), RootArray array) in Branches.Zip(arrays))
        {
            if (array is ListArray lists && spec.Counter.Length > 0)
            {
                byName.TryAdd(spec.Counter, Counters.Of(lists)); // The first list says what is counted nowhere.
                RequireCounted(lists, byName[spec.Counter], spec, new(file) { Inside = $"{data.Name} > {field.Path}" });
            }
        }

        return arrays;
    }

    // What the writer would call a mistake of its caller is here one of the file.
    private static void RequireCounted(ListArray lists, RootArray counter, RootBranchSpec spec, FilePlace place)
    {
        if (Counters.FirstDifference(lists, counter) is var entry and >= 0)
        {
            throw new InvalidFileException(
                place, $"a list of {Counters.LengthOf(lists, entry)} elements", $"as many as '{spec.Counter}' says",
                "the file is damaged");
        }
    }

    private static IEnumerable<RootField> Leaves(RootField field) =>
        field.WithInner().Where(inner => inner.Children.Count == 0);

    // The name in expressions; signs that the name of a branch cannot have become underscores.
    private static string NameOf(string path)
    {
        string joined = path.Split('/').Aggregate("", (parent, part) => DatasetColumns.NameOf(part, parent));
        return string.Concat(joined.Select(sign => "[]; \t\0".Contains(sign) ? '_' : sign));
    }

    // A counter has to stand before what it counts, as one 32-bit number per entry; it is made where there is none.
    private static string CounterOf(
        RootField field, HashSet<string> all, List<(RootField Field, RootBranchSpec Spec)> before)
    {
        string name = NameOf(field.Counter);
        bool canCount = !all.Contains(name) || before.Exists(branch => branch.Spec.Name == name && branch.Spec
            is { Shape.Count: 0, Counter: "", IsVector: false, Type: RootLeafType.Int32 or RootLeafType.UInt32 });
        return canCount ? name : "";
    }

    private static RootBranchSpec? SpecOf(RootField field, string name, string counter, RootArray none) => none switch
    {
        TextArray => new(name, RootLeafType.Text),
        ListArray { Content: var content } when TypeOf(content) is { } type => ListOf(field, name, counter, type),
        _ => TypeOf(none) is { } type ? new(name, type) : null,
    };

    private static RootBranchSpec ListOf(RootField field, string name, string counter, RootLeafType type)
    {
        int open = field.Type.LastIndexOf('['), close = field.Type.LastIndexOf(']');
        return open >= 0 && close > open
            && int.TryParse(field.Type[(open + 1)..close], CultureInfo.InvariantCulture, out int length) && length > 0
            ? RootBranchSpec.Fixed(name, type, length)
            : counter.Length > 0
                ? RootBranchSpec.Ragged(name, type, counter)
                : RootBranchSpec.Vector(name, type);
    }

    private static RootLeafType? TypeOf(RootArray numbers) => numbers switch
    {
        NumberArray<byte> { IsTruth: true } => RootLeafType.Bool,
        NumberArray<byte> => RootLeafType.UInt8,
        NumberArray<sbyte> => RootLeafType.Int8,
        NumberArray<ushort> => RootLeafType.UInt16,
        NumberArray<short> => RootLeafType.Int16,
        NumberArray<uint> => RootLeafType.UInt32,
        NumberArray<int> => RootLeafType.Int32,
        NumberArray<ulong> => RootLeafType.UInt64,
        NumberArray<long> => RootLeafType.Int64,
        NumberArray<float> => RootLeafType.Float32,
        NumberArray<double> => RootLeafType.Float64,
        _ => null,
    };
}
