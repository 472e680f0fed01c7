using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>Finds the streamer element that a branch holds the values of.</summary>
internal static class BranchElements
{
    /// <summary>
    /// The element; made up from the branch where the file does not tell the layout of a number's class.
    /// </summary>
    public static StreamerElement Find(StreamerCatalog catalog, TreeBranch branch)
    {
        RootObject source = branch.Source;
        StreamerClass? known = catalog.Find(
            source.Text("fClassName"), (int)source.Integer("fClassVersion"), (uint)source.Integer("fCheckSum"));
        int id = (int)Math.Min(source.Integer("fID"), int.MaxValue), code = (int)source.Integer("fStreamerType");
        string name = OwnName(branch.Name);
        if (known is not null)
        {
            StreamerElement? found = id < known.Elements.Count && Base(known.Elements[id].Name) == Base(name)
                ? known.Elements[id] : known.Elements.FirstOrDefault(element => Base(element.Name) == Base(name));
            found ??= id < known.Elements.Count && known.Elements[id].Code == code ? known.Elements[id] : null;
            if (found is not null)
            {
                return found;
            }
        }

        return code is > 0 and < StreamerCode.FixedArray && StreamerCode.IsNumeric(code)
            ? new() { Kind = "TStreamerBasicType", Name = name, Code = code, TypeName = TypeOf(code) }
            : throw new UnreadableTypeException(
                $"member {name} of class {source.Text("fClassName")}, whose layout the file does not tell");
    }

    /// <summary>A branch beside this one, by the name of its member.</summary>
    public static TreeBranch? Sibling(TreeBranch branch, string member) =>
        branch.Parent?.Children.FirstOrDefault(other => other != branch && OwnName(other.Name) == member);

    /// <summary>The type of a member in words.</summary>
    public static string TypeName(StreamerElement element, TreeBranch? counter)
    {
        string dimensions = element.Code is > StreamerCode.CountedArray and < StreamerCode.Object
            ? "" : string.Concat(element.Dimensions.Select(length => $"[{length}]"));
        string name = StreamerCode.IsNumeric(element.Code) && NumberKinds.FromCode(element.Code % 20) is { } kind
            ? NumberKinds.NameOf(kind) : element.IsBase ? element.Name : element.TypeName;
        return name + (counter is null ? "" : $"[{counter.Name}]") + dimensions;
    }

    // The last part of a branch's name, without dimensions.
    private static string OwnName(string name)
    {
        string bare = Base(name.TrimEnd('.'));
        return bare[(bare.LastIndexOf('.') + 1)..];
    }

    private static string Base(string name) => name.IndexOf('[') is var open and > 0 ? name[..open] : name;

    private static string TypeOf(int code) =>
        NumberKinds.FromCode(code) is { } kind ? NumberKinds.NameOf(kind) : "";
}
