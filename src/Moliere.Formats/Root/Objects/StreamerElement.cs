namespace Moliere.Formats.Root.Objects;

/// <summary>How one member of a class is written.</summary>
/// <source>ROOT, TStreamerElement and the classes derived from it.</source>
internal sealed record StreamerElement
{
    /// <summary>Class of the element, such as <c>TStreamerSTL</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the member; that of the class for a base class.</summary>
    public required string Name { get; init; }

    /// <summary>Comment of the member: dimensions, counter, range of a packed float.</summary>
    public string Title { get; init; } = "";

    /// <summary>One of <see cref="StreamerCode"/>.</summary>
    public required int Code { get; init; }

    /// <summary>Product of the dimensions of an array; 0 for single values.</summary>
    public int ArrayLength { get; init; }

    /// <summary>Dimensions of an array.</summary>
    public IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>C++ type, such as <c>vector&lt;float&gt;</c>.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>Version of a base class.</summary>
    public int ClassVersion { get; init; }

    /// <summary>Member that counts the values of a pointer.</summary>
    public string CountName { get; init; } = "";

    public bool IsBase => Kind == "TStreamerBase";
}
