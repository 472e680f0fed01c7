using Moliere.Formats.Onnx;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// A value of a running graph: numbers in double, rounded to single where the type says so; truth values are 0 and 1.
/// </summary>
internal sealed record OnnxTensorValue(OnnxType Type, int[] Shape, double[] Data)
{
    public int Rank => Shape.Length;

    public int Axis(long axis) => (int)(axis < 0 ? axis + Rank : axis);

    /// <summary>Elements before, along and after an axis: any index is (outer * along + i) * inner + rest.</summary>
    public (int Outer, int Along, int Inner) Around(int axis) => (
        Shape[..axis].Aggregate(1, (a, b) => a * b), Shape[axis], Shape[(axis + 1)..].Aggregate(1, (a, b) => a * b));

    public static OnnxTensorValue Of(OnnxType type, int[] shape, IEnumerable<double> data)
    {
        double[] values = [.. data];
        if (type == OnnxType.Float)
        {
            values = Array.ConvertAll(values, value => (double)(float)value);
        }

        Assert.Equal(shape.Aggregate(1, (a, b) => a * b), values.Length);
        return new(type, shape, values);
    }

    /// <summary>
    /// Index in an array of this shape, with axes of length 1 stretched, of each element of a larger one.
    /// </summary>
    public int[] IndicesIn(int[] larger)
    {
        var indices = new int[larger.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < indices.Length; i++)
        {
            int rest = i, stride = 1, index = 0;
            for (int axis = larger.Length - 1; axis >= 0; axis--)
            {
                int own = axis - (larger.Length - Rank), position = rest % larger[axis];
                rest /= larger[axis];
                if (own >= 0)
                {
                    index += Shape[own] == 1 ? 0 : position * stride;
                    stride *= Shape[own];
                }
            }

            indices[i] = index;
        }

        return indices;
    }
}
