using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// Readers of branches made from classes: whole objects, or members that streamer information describes.
/// </summary>
/// <param name="catalog">Layouts of the file's classes.</param>
/// <param name="tree">The tree, for branches that count others.</param>
/// <source>ROOT, TBranchElement.</source>
internal sealed class ElementBranch(StreamerCatalog catalog, TreeRecord tree)
{
    private const int ClonesMaster = 3, CollectionMaster = 4, ClonesMember = 31, CollectionMember = 41;
    private const int VectorHeader = 10; // Size, version, number of elements.

    /// <summary>The reader of a branch of class TBranchElement.</summary>
    public BranchReader For(TreeBranch branch)
    {
        long type = branch.Source.Integer("fType");
        if (type is ClonesMaster or CollectionMaster)
        {
            return NumberReaders.Flat(NumberKind.Int32, PackedFloat.Plain, [], branch.Source.Text("fClassName"));
        }

        bool isInside = type is ClonesMember or CollectionMember;
        if (branch.Baskets.Count == 0 && (branch.Children.Count > 0 || (type is 1 or 2 && !isInside)))
        {
            return new GroupReader(branch) { Type = branch.Source.Text("fClassName") };
        }

        return branch.Source.Integer("fID") < 0 ? Whole(branch) : Member(branch, isInside);
    }

    private BranchReader Whole(TreeBranch branch)
    {
        RootObject source = branch.Source;
        var type = CppType.Parse(source.Text("fClassName"));
        if (Numbers(type) is { } kind)
        {
            return NumberReaders.Jagged(kind, PackedFloat.Plain, new(type.Text, VectorHeader, [], null));
        }

        int version = (int)source.Integer("fClassVersion");
        uint checksum = (uint)source.Integer("fCheckSum");
        return new EntryReader(new ColumnCompiler(catalog).Whole(type, version, checksum), false) { Type = type.Text };
    }

    // The kind of number in a vector of numbers, which has a fast reader.
    private static NumberKind? Numbers(CppType type) =>
        CollectionNames.KindOf(type) == CollectionKind.List
            && type.Arguments[0] is { Arguments.Count: 0, IsPointer: false }
            ? NumberKinds.FromName(type.Arguments[0].Name) : null;

    private BranchReader Member(TreeBranch branch, bool isInside)
    {
        StreamerElement element = BranchElements.Find(catalog, branch);
        TreeBranch? counter = isInside ? CounterOf(branch, "fBranchCount") : null;
        string type = BranchElements.TypeName(element, counter);
        if (StreamerCode.IsNumeric(element.Code) && element.Code != StreamerCode.Bits)
        {
            return element.Code > StreamerCode.CountedArray
                ? Pointer(branch, element, isInside, type) : Number(element, isInside, counter, type);
        }

        if (!isInside && element.Code is StreamerCode.Collection && element.ArrayLength == 0
            && Numbers(CppType.Parse(element.TypeName)) is { } kind)
        {
            return NumberReaders.Jagged(kind, PackedFloat.Plain, new(type, VectorHeader, [], null));
        }

        return new EntryReader(new ColumnCompiler(catalog).Member(element), isInside)
        {
            Type = type,
            Counter = counter,
        };
    }

    private static BranchReader Number(StreamerElement element, bool isInside, TreeBranch? counter, string type)
    {
        NumberKind kind = NumberKinds.FromCode(element.Code % StreamerCode.FixedArray)
            ?? throw new UnreadableTypeException($"{element.TypeName} {element.Name}");
        int[] dimensions = element.Code < StreamerCode.FixedArray ? [] : LeafShape.Checked([.. element.Dimensions]);
        var packing = PackedFloat.Parse(element.Title);
        return isInside
            ? NumberReaders.Jagged(kind, packing, new(type, 0, dimensions, counter))
            : NumberReaders.Flat(kind, packing, dimensions, type);
    }

    // A pointer with a counter: a mark, then the numbers; in a split collection once for each element.
    private BranchReader Pointer(TreeBranch branch, StreamerElement element, bool isInside, string type)
    {
        NumberKind kind = NumberKinds.FromCode(element.Code % StreamerCode.FixedArray)
            ?? throw new UnreadableTypeException($"{element.TypeName} {element.Name}");
        var packing = PackedFloat.Parse(element.Title);
        if (!isInside)
        {
            TreeBranch? counter = CounterOf(branch, "fBranchCount");
            return NumberReaders.Jagged(kind, packing, new(BranchElements.TypeName(element, counter), 1, [], counter));
        }

        TreeBranch counts = CounterOf(branch, "fBranchCount2") ?? BranchElements.Sibling(branch, element.CountName)
            ?? throw new UnreadableTypeException(
                $"{element.TypeName} {element.Name}, without the branch that counts it");
        return new CountedMemberReader(() => NumberKinds.NewColumn(kind, packing), counts)
        {
            Type = type,
            Counter = counts,
        };
    }

    private TreeBranch? CounterOf(TreeBranch branch, string name) =>
        branch.Source.Object(name) is { } source && tree.BranchOf(source) is { } counter && counter != branch
            ? counter : null;
}
