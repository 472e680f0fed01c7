using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>Readers of branches made of plain leaves: numbers, arrays, texts, lists of leaves.</summary>
/// <param name="tree">The tree, for branches that count others.</param>
/// <source>ROOT, TLeaf and the classes derived from it.</source>
internal sealed class LeafBranch(TreeRecord tree)
{
    /// <summary>The reader of a branch of class TBranch.</summary>
    public BranchReader For(TreeBranch branch) => branch.Leaves.Count switch
    {
        0 => new GroupReader(branch) { Type = branch.Source.Text("fClassName") },
        1 => Single(branch, branch.Leaves[0]),
        _ => Several(branch),
    };

    private static NumberKind KindOf(RootObject leaf)
    {
        bool isUnsigned = leaf.Integer("fIsUnsigned") != 0;
        return leaf.ClassName switch
        {
            "TLeafB" => isUnsigned ? NumberKind.UInt8 : NumberKind.Int8,
            "TLeafS" => isUnsigned ? NumberKind.UInt16 : NumberKind.Int16,
            "TLeafI" => isUnsigned ? NumberKind.UInt32 : NumberKind.Int32,
            "TLeafL" or "TLeafG" => isUnsigned ? NumberKind.UInt64 : NumberKind.Int64,
            "TLeafO" => NumberKind.Truth,
            "TLeafF" => NumberKind.Single,
            "TLeafD" => NumberKind.Double,
            "TLeafF16" => NumberKind.Float16,
            "TLeafD32" => NumberKind.Double32,
            _ => throw new UnreadableTypeException($"a leaf of class {leaf.ClassName}"),
        };
    }

    private BranchReader Single(TreeBranch branch, RootObject leaf)
    {
        if (leaf.ClassName == "TLeafC")
        {
            return new EntryReader(() => new TextColumn(), false) { Type = "char*" };
        }

        NumberKind kind = KindOf(leaf);
        int[] dimensions = LeafShape.Of(leaf);
        if (leaf.Object("fLeafCount") is not { } count)
        {
            return NumberReaders.Flat(kind, Packing(leaf), dimensions, LeafShape.Name(kind, "", dimensions));
        }

        TreeBranch? counter = Counter(count, branch);
        string type = LeafShape.Name(kind, count.Text("fName"), dimensions);
        return NumberReaders.Jagged(kind, Packing(leaf), new(type, 0, dimensions, counter));
    }

    // The leaf that counts belongs to a branch of its own, which is flat.
    private TreeBranch? Counter(RootObject leaf, TreeBranch counted) =>
        tree.BranchOf(leaf) is { } branch && branch != counted && leaf.Object("fLeafCount") is null ? branch : null;

    private static PackedFloat Packing(RootObject leaf) => PackedFloat.Parse(leaf.Text("fTitle"));

    private static EntryReader Several(TreeBranch branch)
    {
        var members = branch.Leaves.Select(leaf => (Name: leaf.Text("fName"), Make: Member(leaf, branch))).ToArray();
        string types = string.Join(',', branch.Leaves.Select(leaf => $"{leaf.Text("fName")}:{TypeOf(leaf)}"));
        return new(
            () => new RecordColumn(Array.ConvertAll(members, m => new ColumnMember(m.Name, m.Make(), false))), false)
        {
            Type = $"{{{types}}}",
        };
    }

    private static string TypeOf(RootObject leaf) => leaf.ClassName == "TLeafC"
        ? "char*" : LeafShape.Name(KindOf(leaf), leaf.Object("fLeafCount")?.Text("fName") ?? "", LeafShape.Of(leaf));

    private static Func<ColumnBuilder> Member(RootObject leaf, TreeBranch branch)
    {
        if (leaf.ClassName == "TLeafC")
        {
            return () => new TextColumn();
        }

        NumberKind kind = KindOf(leaf);
        PackedFloat packing = Packing(leaf);
        Func<ColumnBuilder> one = FixedListColumn.Around(
            () => NumberKinds.NewColumn(kind, packing), LeafShape.Of(leaf));
        if (leaf.Object("fLeafCount") is not { } count)
        {
            return one;
        }

        return branch.Leaves.Contains(count)
            ? () => new CountedColumn(count.Text("fName"), CountedForm.Bare, one())
            : throw new UnreadableTypeException($"a list of leaves counted by {count.Text("fName")}, a leaf elsewhere");
    }
}
