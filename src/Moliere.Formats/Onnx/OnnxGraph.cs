namespace Moliere.Formats.Onnx;

/// <summary>A computation as a list of nodes in an order in which they can run.</summary>
public sealed record OnnxGraph
{
    /// <summary>Shown by viewers.</summary>
    public required string Name { get; init; }

    /// <summary>What is computed, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The steps; each reads inputs, initialisers or outputs of earlier ones.</summary>
    public required IReadOnlyList<OnnxNode> Nodes { get; init; }

    /// <summary>The constants.</summary>
    public required IReadOnlyList<OnnxTensor> Initialisers { get; init; }

    /// <summary>What a program passes.</summary>
    public required IReadOnlyList<OnnxValue> Inputs { get; init; }

    /// <summary>What a program may ask for.</summary>
    public required IReadOnlyList<OnnxValue> Outputs { get; init; }
}

/// <summary>A graph with what is needed to run it years later.</summary>
public sealed record OnnxModel
{
    /// <summary>The computation.</summary>
    public required OnnxGraph Graph { get; init; }

    /// <summary>
    /// Version of the file format, always written: a runtime refuses a file that is newer than itself. 7 is read by
    /// every runtime since 2020.
    /// </summary>
    public long IrVersion { get; init; } = 7;

    /// <summary>Version of the operator set.</summary>
    public long Opset { get; init; } = 13;

    /// <summary>The program that wrote the file.</summary>
    public string Producer { get; init; } = "";

    /// <summary>Its version.</summary>
    public string ProducerVersion { get; init; } = "";

    /// <summary>What the model is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Text by key, in the order written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
