using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>Chooses how the values of a branch are read, from its leaves and the layouts of its classes.</summary>
/// <param name="catalog">Layouts of the file's classes.</param>
/// <param name="tree">The tree, for branches that count others.</param>
internal sealed class ReaderCompiler(StreamerCatalog catalog, TreeRecord tree)
{
    /// <summary>The reader of a branch; one that says why where there is none.</summary>
    public BranchReader For(TreeBranch branch)
    {
        try
        {
            return branch.Source.ClassName switch
            {
                "TBranchElement" => new ElementBranch(catalog, tree).For(branch),
                "TBranchObject" => ForObject(branch),
                _ => new LeafBranch(tree).For(branch),
            };
        }
        catch (UnreadableTypeException unreadable)
        {
            return new UnreadableReader(unreadable.Message, branch.Where)
            {
                Type = branch.Source.Text("fClassName"),
            };
        }
    }

    // The leaf may say the class of each object, for derived ones; then a name stands before each.
    private EntryReader ForObject(TreeBranch branch)
    {
        var type = CppType.Parse(branch.Source.Text("fClassName"));
        Func<ColumnBuilder> whole = new ColumnCompiler(catalog).Streamed(type);
        bool isNamed = branch.Leaves.Count > 0 && branch.Leaves[0].Integer("fVirtual") != 0;
        return new(isNamed ? () => new NamedObjectColumn(type.Text, whole()) : whole, false) { Type = type.Text };
    }
}
