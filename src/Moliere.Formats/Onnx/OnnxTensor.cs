using System.Runtime.InteropServices;

namespace Moliere.Formats.Onnx;

/// <summary>A constant of a graph: row-major, little-endian.</summary>
public sealed class OnnxTensor
{
    private readonly byte[] _bytes;

    /// <summary>Takes the elements as they stand in a file; nothing is copied.</summary>
    /// <param name="name">Name of the value, unique in its graph.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="shape">Lengths of the axes; empty for one number.</param>
    /// <param name="bytes">The elements; empty where a foreign file keeps them in another field.</param>
    public OnnxTensor(string name, OnnxType type, IReadOnlyList<long> shape, byte[] bytes) =>
        (Name, Type, Shape, _bytes) = (name, type, shape, bytes);

    /// <summary>Name of the value, unique in its graph.</summary>
    public string Name { get; }

    /// <summary>Type of the elements.</summary>
    public OnnxType Type { get; }

    /// <summary>Lengths of the axes; empty for one number.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Product of the lengths; 1 for one number.</summary>
    public long ElementCount => Shape.Aggregate(1L, (count, length) => count * length);

    /// <summary>The elements, little-endian.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A tensor of single precision.</summary>
    /// <param name="name">Name of the value.</param>
    /// <param name="values">Row-major elements.</param>
    /// <param name="shape">Lengths of the axes.</param>
    /// <exception cref="ArgumentException">Values and shape do not fit.</exception>
    public static OnnxTensor Of(string name, ReadOnlySpan<float> values, params long[] shape) =>
        Checked(new(name, OnnxType.Float, shape, MemoryMarshal.AsBytes(values).ToArray()), values.Length);

    /// <summary>A tensor of double precision.</summary>
    /// <param name="name">Name of the value.</param>
    /// <param name="values">Row-major elements.</param>
    /// <param name="shape">Lengths of the axes.</param>
    /// <exception cref="ArgumentException">Values and shape do not fit.</exception>
    public static OnnxTensor Of(string name, ReadOnlySpan<double> values, params long[] shape) =>
        Checked(new(name, OnnxType.Double, shape, MemoryMarshal.AsBytes(values).ToArray()), values.Length);

    /// <summary>A tensor of whole numbers.</summary>
    /// <param name="name">Name of the value.</param>
    /// <param name="values">Row-major elements.</param>
    /// <param name="shape">Lengths of the axes.</param>
    /// <exception cref="ArgumentException">Values and shape do not fit.</exception>
    public static OnnxTensor Of(string name, ReadOnlySpan<long> values, params long[] shape) =>
        Checked(new(name, OnnxType.Int64, shape, MemoryMarshal.AsBytes(values).ToArray()), values.Length);

    /// <summary>The elements as numbers of double precision, whatever their type.</summary>
    /// <exception cref="InvalidOperationException">The type is none of float, double and int64.</exception>
    public double[] ToDoubles() => Type switch
    {
        OnnxType.Float => Array.ConvertAll(MemoryMarshal.Cast<byte, float>(_bytes).ToArray(), value => (double)value),
        OnnxType.Double => MemoryMarshal.Cast<byte, double>(_bytes).ToArray(),
        OnnxType.Int64 => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(_bytes).ToArray(), value => (double)value),
        _ => throw new InvalidOperationException($"Tensor '{Name}' holds {Type}, which is no number read here."),
    };

    private static OnnxTensor Checked(OnnxTensor tensor, int length) => tensor.ElementCount == length
        ? tensor
        : throw new ArgumentException(
            $"'{tensor.Name}' got {length} numbers for the shape [{string.Join(", ", tensor.Shape)}].");
}
