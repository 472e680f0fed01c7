using System.Globalization;

namespace Moliere.Formats.Root.Writing;

/// <summary>The layout of a class.</summary>
/// <param name="Name">C++ name.</param>
/// <param name="Version">Version of the class.</param>
/// <param name="Checksum">ROOT's checksum of the layout.</param>
/// <param name="Parents">Classes it derives from, in order.</param>
/// <param name="Members">Data members, in order.</param>
internal sealed record ClassLayout(
    string Name, int Version, uint Checksum, string[] Parents, MemberLayout[] Members)
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Reads <c>Name version checksum : parents { members;</c>.</summary>
    public static ClassLayout Parse(string text)
    {
        string[] halves = text.Split('{', StringSplitOptions.TrimEntries);
        string[] head = halves[0].Split(" : ", Clean), words = head[0].Split(' ', Clean);
        string[] parents = head.Length > 1 ? head[1].Split(',', Clean) : [];
        return new(
            words[0], int.Parse(words[1], CultureInfo.InvariantCulture),
            uint.Parse(words[2], NumberStyles.HexNumber, CultureInfo.InvariantCulture), parents,
            [.. halves[1].Split(';', Clean).Select(MemberLayout.Parse)]);
    }
}

/// <summary>A data member.</summary>
/// <param name="Name">Name without brackets.</param>
/// <param name="Type">C++ type, with its star.</param>
/// <param name="Counter">Member that counts the elements behind a pointer; empty for others.</param>
/// <param name="IsNeverNull">Whether a pointer always points to an object.</param>
internal sealed record MemberLayout(string Name, string Type, string Counter, bool IsNeverNull)
{
    public bool IsPointer => Type.EndsWith('*');

    /// <summary>Reads <c>type name</c>, <c>type* name[counter]</c> or <c>type*-> name</c>.</summary>
    public static MemberLayout Parse(string text)
    {
        int blank = text.LastIndexOf(' ');
        string type = text[..blank], name = text[(blank + 1)..];
        string[] parts = name.Split('[', ']');
        return new(
            parts[0], type.Replace("->", "", StringComparison.Ordinal), parts.Length > 1 ? parts[1] : "",
            type.EndsWith("->", StringComparison.Ordinal));
    }
}
