using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>What stands in the bytes of a collection of the standard library.</summary>
internal enum CollectionKind
{
    /// <summary>No collection.</summary>
    Other,
    Text,

    /// <summary>Elements of one type.</summary>
    List,

    /// <summary>Pairs.</summary>
    Map,

    /// <summary>Truth values, a byte each.</summary>
    Bits,
}

/// <summary>The collections that are understood from their names, with or without streamer information.</summary>
internal static class CollectionNames
{
    private static readonly Dictionary<string, CollectionKind> Kinds = new()
    {
        ["string"] = CollectionKind.Text,
        ["TString"] = CollectionKind.Text,
        ["vector"] = CollectionKind.List,
        ["list"] = CollectionKind.List,
        ["forward_list"] = CollectionKind.List,
        ["deque"] = CollectionKind.List,
        ["set"] = CollectionKind.List,
        ["multiset"] = CollectionKind.List,
        ["unordered_set"] = CollectionKind.List,
        ["unordered_multiset"] = CollectionKind.List,
        ["ROOT::VecOps::RVec"] = CollectionKind.List,
        ["ROOT::RVec"] = CollectionKind.List,
        ["map"] = CollectionKind.Map,
        ["multimap"] = CollectionKind.Map,
        ["unordered_map"] = CollectionKind.Map,
        ["unordered_multimap"] = CollectionKind.Map,
        ["bitset"] = CollectionKind.Bits,
    };

    /// <summary>Kind of collection by its name and number of arguments.</summary>
    public static CollectionKind KindOf(CppType type)
    {
        CollectionKind kind = Kinds.GetValueOrDefault(type.Name);
        int needed = kind switch { CollectionKind.Map => 2, CollectionKind.List or CollectionKind.Bits => 1, _ => 0 };
        return type.Arguments.Count >= needed ? kind : CollectionKind.Other;
    }
}
