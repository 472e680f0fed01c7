namespace Moliere.Formats.Onnx;

/// <summary>
/// Collects the nodes of a graph as formulas are written down with <see cref="OnnxSymbol"/>. Names are numbered in the
/// order of the calls, so the same calls give the same graph.
/// </summary>
public sealed class OnnxBuilder
{
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _initialisers = [];
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxValue> _outputs = [];
    private readonly Dictionary<(OnnxType, double), OnnxSymbol> _scalars = [];

    /// <summary>Declares what a program passes.</summary>
    /// <param name="value">Name, type and axes.</param>
    public OnnxSymbol Input(OnnxValue value)
    {
        _inputs.Add(value);
        return new(this, value.Name, value.Type);
    }

    /// <summary>Declares what a program may ask for.</summary>
    /// <param name="symbol">The result.</param>
    /// <param name="value">Its name outside, type and axes.</param>
    /// <exception cref="ArgumentException">The result is of another type.</exception>
    public void Output(OnnxSymbol symbol, OnnxValue value)
    {
        if (symbol.Type != value.Type)
        {
            throw new ArgumentException($"Output '{value.Name}' is {symbol.Type}, declared as {value.Type}.");
        }

        _nodes.Add(new("Identity", value.Name, [symbol.Name], [value.Name], []));
        _outputs.Add(value);
    }

    /// <summary>Adds a constant under its own name.</summary>
    /// <param name="tensor">Elements and shape.</param>
    public OnnxSymbol Constant(OnnxTensor tensor)
    {
        _initialisers.Add(tensor);
        return new(this, tensor.Name, tensor.Type);
    }

    /// <summary>A list of whole numbers: axes, indices or lengths.</summary>
    /// <param name="values">In order.</param>
    public OnnxSymbol Integers(params long[] values) =>
        Constant(OnnxTensor.Of($"integers_{_initialisers.Count}", values, values.Length));

    /// <summary>One number; asked for twice, it stands in the file once.</summary>
    /// <param name="type">Float or double.</param>
    /// <param name="value">The number.</param>
    public OnnxSymbol Scalar(OnnxType type, double value)
    {
        if (!_scalars.TryGetValue((type, value), out OnnxSymbol symbol))
        {
            string name = $"number_{_initialisers.Count}";
            symbol = Constant(type == OnnxType.Float
                ? OnnxTensor.Of(name, [(float)value], [])
                : OnnxTensor.Of(name, [value], []));
            _scalars.Add((type, value), symbol);
        }

        return symbol;
    }

    /// <summary>Adds a node with one result.</summary>
    /// <param name="name">Operator, such as <c>MatMul</c>.</param>
    /// <param name="type">Type of the result.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="attributes">Its settings.</param>
    public OnnxSymbol Node(
        string name, OnnxType type, ReadOnlySpan<OnnxSymbol> inputs, params OnnxAttribute[] attributes) =>
        Nodes(name, [type], inputs, attributes)[0];

    /// <summary>Adds a node with several results.</summary>
    /// <param name="name">Operator, such as <c>Split</c>.</param>
    /// <param name="types">Type of each result.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="attributes">Its settings.</param>
    public OnnxSymbol[] Nodes(
        string name, OnnxType[] types, ReadOnlySpan<OnnxSymbol> inputs, params OnnxAttribute[] attributes)
    {
        string own = $"{name.ToLowerInvariant()}_{_nodes.Count}";
        var read = new string[inputs.Length];
        for (int i = 0; i < read.Length; i++)
        {
            read[i] = inputs[i].Name;
        }

        string[] made = types.Length == 1 ? [own] : [.. types.Select((_, i) => $"{own}_{i}")];
        _nodes.Add(new(name, own, read, made, attributes));
        return [.. types.Select((type, i) => new OnnxSymbol(this, made[i], type))];
    }

    /// <summary>The graph so far.</summary>
    /// <param name="name">Shown by viewers.</param>
    /// <param name="description">What is computed.</param>
    public OnnxGraph Build(string name, string description) => new()
    {
        Name = name,
        Description = description,
        Nodes = [.. _nodes],
        Initialisers = [.. _initialisers],
        Inputs = [.. _inputs],
        Outputs = [.. _outputs],
    };
}
