namespace Moliere.Formats.Onnx;

/// <summary>
/// A value of a graph under construction. Formulas of symbols read like those of numbers; each operator and method adds
/// a node. Shapes broadcast as in NumPy.
/// </summary>
/// <param name="Builder">Collects the nodes.</param>
/// <param name="Name">Of the value inside the graph.</param>
/// <param name="Type">Of its elements.</param>
public readonly record struct OnnxSymbol(OnnxBuilder Builder, string Name, OnnxType Type)
{
    /// <summary>Sum, element by element.</summary>
    public static OnnxSymbol operator +(OnnxSymbol a, OnnxSymbol b) => a.With("Add", b);

    /// <summary>Difference, element by element.</summary>
    public static OnnxSymbol operator -(OnnxSymbol a, OnnxSymbol b) => a.With("Sub", b);

    /// <summary>Product, element by element.</summary>
    public static OnnxSymbol operator *(OnnxSymbol a, OnnxSymbol b) => a.With("Mul", b);

    /// <summary>Quotient, element by element.</summary>
    public static OnnxSymbol operator /(OnnxSymbol a, OnnxSymbol b) => a.With("Div", b);

    /// <summary>Sum with one number.</summary>
    public static OnnxSymbol operator +(OnnxSymbol a, double b) => a + a.Number(b);

    /// <summary>Difference to one number.</summary>
    public static OnnxSymbol operator -(OnnxSymbol a, double b) => a - a.Number(b);

    /// <summary>Multiple.</summary>
    public static OnnxSymbol operator *(OnnxSymbol a, double b) => a * a.Number(b);

    /// <summary>Whether the left one is smaller.</summary>
    public static OnnxSymbol operator <(OnnxSymbol a, OnnxSymbol b) => a.Test("Less", b);

    /// <summary>Whether the left one is larger.</summary>
    public static OnnxSymbol operator >(OnnxSymbol a, OnnxSymbol b) => a.Test("Greater", b);

    /// <summary>Both, of truth values.</summary>
    public static OnnxSymbol operator &(OnnxSymbol a, OnnxSymbol b) => a.With("And", b);

    /// <summary>The contrary, of truth values.</summary>
    public static OnnxSymbol operator !(OnnxSymbol a) => a.Through("Not");

    /// <summary>An operator of one input that keeps type and shape, such as <c>Exp</c>.</summary>
    /// <param name="name">The operator.</param>
    public OnnxSymbol Through(string name) => Builder.Node(name, Type, [this]);

    /// <summary>An operator of two inputs that keeps the type, such as <c>Max</c>.</summary>
    /// <param name="name">The operator.</param>
    /// <param name="other">Second input.</param>
    public OnnxSymbol With(string name, OnnxSymbol other) => Builder.Node(name, Type, [this, other]);

    /// <summary>Truth values of a comparison.</summary>
    /// <param name="name">The operator, such as <c>Equal</c>.</param>
    /// <param name="other">Second input.</param>
    public OnnxSymbol Test(string name, OnnxSymbol other) => Builder.Node(name, OnnxType.Boolean, [this, other]);

    /// <summary>The same values in another type; unchanged where it is the same.</summary>
    /// <param name="type">Float or double.</param>
    public OnnxSymbol To(OnnxType type) => type == Type ? this
        : Builder.Node("Cast", type, [this], OnnxAttribute.Of("to", (long)type));

    /// <summary>One number of this symbol's type.</summary>
    /// <param name="value">The number.</param>
    public OnnxSymbol Number(double value) => Builder.Scalar(Type, value);

    /// <summary>Sum along an axis.</summary>
    /// <param name="axis">Negative ones count from the last.</param>
    /// <param name="isKept">Whether the axis stays, with length 1.</param>
    public OnnxSymbol Sum(long axis, bool isKept = false) => Builder.Node(
        "ReduceSum", Type, [this, Builder.Integers(axis)], OnnxAttribute.Of("keepdims", isKept ? 1 : 0));

    /// <summary>Mean, largest or smallest value along an axis.</summary>
    /// <param name="name"><c>ReduceMean</c>, <c>ReduceMax</c> or <c>ReduceMin</c>.</param>
    /// <param name="axis">Negative ones count from the last.</param>
    /// <param name="isKept">Whether the axis stays, with length 1.</param>
    public OnnxSymbol Reduce(string name, long axis, bool isKept = false) => Builder.Node(
        name, Type, [this], OnnxAttribute.List("axes", axis), OnnxAttribute.Of("keepdims", isKept ? 1 : 0));

    /// <summary>A new axis of length 1.</summary>
    /// <param name="axis">Its position in the result.</param>
    public OnnxSymbol Unsqueeze(long axis) => Builder.Node("Unsqueeze", Type, [this, Builder.Integers(axis)]);

    /// <summary>Without an axis of length 1.</summary>
    /// <param name="axis">Its position.</param>
    public OnnxSymbol Squeeze(long axis) => Builder.Node("Squeeze", Type, [this, Builder.Integers(axis)]);

    /// <summary>Some slices along an axis, in the order given.</summary>
    /// <param name="axis">Which axis.</param>
    /// <param name="indices">Positions along it.</param>
    public OnnxSymbol Gather(long axis, params long[] indices) =>
        Builder.Node("Gather", Type, [this, Builder.Integers(indices)], OnnxAttribute.Of("axis", axis));

    /// <summary>This where a condition holds, otherwise another.</summary>
    /// <param name="condition">Truth values.</param>
    /// <param name="other">Taken where they are false.</param>
    public OnnxSymbol Where(OnnxSymbol condition, OnnxSymbol other) =>
        Builder.Node("Where", Type, [condition, this, other]);
}
