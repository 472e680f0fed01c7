namespace Moliere.Formats.Onnx;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">What a program passes or asks for.</param>
/// <param name="Type">Type of the elements.</param>
/// <param name="Axes">One entry per axis: a length, or a letter for one that is known only when the graph runs.</param>
/// <param name="Description">Meaning and unit.</param>
public sealed record OnnxValue(string Name, OnnxType Type, IReadOnlyList<string> Axes, string Description)
{
    /// <summary>Name, type and axes in one line, such as <c>features float [N, 15]</c>.</summary>
    public override string ToString() => $"{Name} {Type.ToString().ToLowerInvariant()} [{string.Join(", ", Axes)}]";
}
