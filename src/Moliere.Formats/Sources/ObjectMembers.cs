using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Sources;

/// <summary>Members of objects that are stored as a whole, or of lists of them.</summary>
internal static class ObjectMembers
{
    /// <summary>The values of a member; null where there is none of that path.</summary>
    /// <param name="array">Objects, or lists of objects.</param>
    /// <param name="path">Names joined by points.</param>
    public static RootArray? Pick(RootArray array, string path)
    {
        switch (array)
        {
            case ListArray list:
                return Pick(list.Content, path) is { } content ? new ListArray(list.Offsets, content) : null;
            case RecordArray record:
                return Array.Find(
                    [.. record.Members.Select(member => Step(member, path))], found => found is not null);
            default:
                return null;
        }
    }

    /// <summary>Name of the first member; empty where there is none.</summary>
    public static string First(RootArray array) => array switch
    {
        ListArray list => First(list.Content),
        RecordArray { Members: [var first, ..] } => first.Name,
        _ => "",
    };

    // Names of members may hold points themselves.
    private static RootArray? Step(RootMember member, string path) =>
        path == member.Name ? member.Values
        : path.StartsWith(member.Name + ".", StringComparison.Ordinal)
            ? Pick(member.Values, path[(member.Name.Length + 1)..])
            : null;
}
