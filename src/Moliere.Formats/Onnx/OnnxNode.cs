namespace Moliere.Formats.Onnx;

/// <summary>
/// A setting of a node: one whole number or a list of them; settings of other kinds are read without their value.
/// </summary>
/// <param name="Name">As the operator's definition names it.</param>
/// <param name="Integers">The number, or the list.</param>
/// <param name="IsList">Whether the operator expects a list.</param>
public sealed record OnnxAttribute(string Name, IReadOnlyList<long> Integers, bool IsList)
{
    /// <summary>A setting that is one number.</summary>
    /// <param name="name">As the operator's definition names it.</param>
    /// <param name="value">The number.</param>
    public static OnnxAttribute Of(string name, long value) => new(name, [value], IsList: false);

    /// <summary>A setting that is a list.</summary>
    /// <param name="name">As the operator's definition names it.</param>
    /// <param name="values">The numbers in order.</param>
    public static OnnxAttribute List(string name, params long[] values) => new(name, values, IsList: true);
}

/// <summary>One step of a graph: an operator applied to named values.</summary>
/// <param name="Operator">Of the standard's default domain, such as <c>MatMul</c>.</param>
/// <param name="Name">Unique in its graph.</param>
/// <param name="Inputs">Names of the values read.</param>
/// <param name="Outputs">Names of the values made.</param>
/// <param name="Attributes">Settings in the order written.</param>
public sealed record OnnxNode(
    string Operator, string Name, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs,
    IReadOnlyList<OnnxAttribute> Attributes);
