using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>The members of a pair, made up from its name.</summary>
internal static class PairElements
{
    public static IReadOnlyList<StreamerElement> Of(CppType pair) =>
        [Of("first", pair.Arguments[0]), Of("second", pair.Arguments[1])];

    private static StreamerElement Of(string name, CppType type) => new()
    {
        Kind = "TStreamerElement",
        Name = name,
        TypeName = type.Text,
        Code = CodeOf(type),
    };

    private static int CodeOf(CppType type)
    {
        if (type.Arguments.Count == 0 && NumberKinds.FromName(type.Name) is { } kind)
        {
            return NumberKinds.CodeOf(kind);
        }

        if (type.Name == "TString")
        {
            return StreamerCode.Text;
        }

        bool isCollection = CollectionNames.KindOf(type) != CollectionKind.Other;
        return isCollection ? StreamerCode.Collection : StreamerCode.AnyClass;
    }
}
