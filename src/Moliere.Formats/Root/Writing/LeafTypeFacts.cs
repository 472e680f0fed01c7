namespace Moliere.Formats.Root.Writing;

/// <summary>What ROOT calls a type of leaf.</summary>
/// <param name="LeafClass">Class of the leaf, such as <c>TLeafF</c>.</param>
/// <param name="Letter">Letter behind the slash of a branch's title.</param>
/// <param name="Size">Bytes of a value.</param>
/// <param name="CppName">Name inside <c>vector&lt;...&gt;</c>.</param>
/// <source>ROOT, documentation of TTree::Branch, the letters of a leaf list.</source>
internal sealed record LeafTypeFacts(string LeafClass, char Letter, int Size, string CppName)
{
    public bool IsUnsigned => char.IsAsciiLetterLower(Letter);

    public static LeafTypeFacts Of(RootLeafType type) => type switch
    {
        RootLeafType.Bool => new("TLeafO", 'O', 1, "bool"),
        RootLeafType.Int8 => new("TLeafB", 'B', 1, "char"),
        RootLeafType.UInt8 => new("TLeafB", 'b', 1, "unsigned char"),
        RootLeafType.Int16 => new("TLeafS", 'S', 2, "short"),
        RootLeafType.UInt16 => new("TLeafS", 's', 2, "unsigned short"),
        RootLeafType.Int32 => new("TLeafI", 'I', 4, "int"),
        RootLeafType.UInt32 => new("TLeafI", 'i', 4, "unsigned int"),
        RootLeafType.Int64 => new("TLeafL", 'L', 8, "Long64_t"),
        RootLeafType.UInt64 => new("TLeafL", 'l', 8, "ULong64_t"),
        RootLeafType.Float32 => new("TLeafF", 'F', 4, "float"),
        RootLeafType.Float64 => new("TLeafD", 'D', 8, "double"),
        _ => new("TLeafC", 'C', 1, "string"),
    };
}
