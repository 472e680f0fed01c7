using Moliere.Formats.Onnx;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Runs a graph the slow and obvious way, straight from the definitions of the operators of set 13. Knows those that
/// the exporters use.
/// </summary>
internal static class OnnxEvaluator
{
    /// <summary>The outputs by name, for one float input.</summary>
    public static Dictionary<string, OnnxTensorValue> Run(OnnxModel model, float[] input, int columns)
    {
        OnnxGraph graph = model.Graph;
        Dictionary<string, OnnxTensorValue> values = graph.Initialisers.ToDictionary(
            tensor => tensor.Name,
            tensor => OnnxTensorValue.Of(tensor.Type, [.. tensor.Shape.Select(n => (int)n)], tensor.ToDoubles()));
        values[graph.Inputs.Single().Name] = OnnxTensorValue.Of(
            OnnxType.Float, [input.Length / columns, columns], input.Select(value => (double)value));
        foreach (OnnxNode node in graph.Nodes)
        {
            OnnxTensorValue[] results = Run(node, [.. node.Inputs.Select(name => values[name])]);
            Assert.Equal(node.Outputs.Count, results.Length);
            for (int i = 0; i < results.Length; i++)
            {
                values.Add(node.Outputs[i], results[i]);
            }
        }

        return graph.Outputs.ToDictionary(output => output.Name, output => values[output.Name]);
    }

    private static OnnxTensorValue[] Run(OnnxNode node, OnnxTensorValue[] x) => node.Operator switch
    {
        "Split" => Split(x[0], (int)Setting(node, "axis"), x[1].Data),
        "TopK" => TopK(x[0], x[0].Axis(Setting(node, "axis")), (int)x[1].Data[0]),
        _ => [RunOne(node, x)],
    };

    private static OnnxTensorValue RunOne(OnnxNode node, OnnxTensorValue[] x) => node.Operator switch
    {
        "Identity" => x[0],
        "Cast" => OnnxTensorValue.Of((OnnxType)Setting(node, "to"), x[0].Shape, x[0].Data),
        "Add" => Pairs(x, (a, b) => a + b),
        "Sub" => Pairs(x, (a, b) => a - b),
        "Mul" => Pairs(x, (a, b) => a * b),
        "Div" => Pairs(x, (a, b) => a / b),
        "Pow" => Pairs(x, Math.Pow),
        "Max" => Pairs(x, Math.Max),
        "Min" => Pairs(x, Math.Min),
        "And" => Pairs(x, (a, b) => a * b),
        "Less" => Test(x, (a, b) => a < b),
        "Greater" => Test(x, (a, b) => a > b),
        "Equal" => Test(x, (a, b) => a == b),
        "Not" => Each(x[0], a => 1 - a),
        "Log" => Each(x[0], Math.Log),
        "Exp" => Each(x[0], Math.Exp),
        "Abs" => Each(x[0], Math.Abs),
        "Sign" => Each(x[0], a => a > 0 ? 1 : a < 0 ? -1 : a),
        "Sqrt" => Each(x[0], Math.Sqrt),
        "Erf" => Each(x[0], ErrorFunction.Erf),
        "Relu" => Each(x[0], a => Math.Max(a, 0)),
        "Tanh" => Each(x[0], Math.Tanh),
        "Sigmoid" => Each(x[0], a => 1 / (1 + Math.Exp(-a))),
        "Softplus" => Each(x[0], a => Math.Max(a, 0) + Math.Log(1 + Math.Exp(-Math.Abs(a)))),
        "Clip" => Each(x[0], a => Math.Min(Math.Max(a, x[1].Data[0]), x[2].Data[0])),
        "Where" => Where(x[0], x[1], x[2]),
        "Softmax" => Softmax(x[0], x[0].Axis(Setting(node, "axis"))),
        "MatMul" => MatMul(x[0], x[1]),
        "Gather" => Gather(x[0], x[0].Axis(Setting(node, "axis")), x[1].Data),
        "GatherElements" => GatherElements(x[0], x[0].Axis(Setting(node, "axis")), x[1]),
        "Concat" => Concat(x, x[0].Axis(Setting(node, "axis"))),
        "ReduceSum" => Reduce(node, x[0], x[0].Axis((long)x[1].Data[0]), values => values.Sum()),
        "ReduceMean" => Reduce(node, x[0], x[0].Axis(Setting(node, "axes")), values => values.Average()),
        "ReduceMax" => Reduce(node, x[0], x[0].Axis(Setting(node, "axes")), values => values.Max()),
        "ReduceMin" => Reduce(node, x[0], x[0].Axis(Setting(node, "axes")), values => values.Min()),
        "Unsqueeze" => Unsqueeze(x[0], (int)x[1].Data[0]),
        "Squeeze" => Squeeze(x[0], x[0].Axis((long)x[1].Data[0])),
        "Transpose" => Transpose(x[0], [.. node.Attributes.Single().Integers.Select(axis => (int)axis)]),
        "Reshape" => Reshape(x[0], x[1].Data),
        _ => throw new NotSupportedException($"Operator {node.Operator} has no definition here."),
    };

    private static long Setting(OnnxNode node, string name) =>
        node.Attributes.Single(attribute => attribute.Name == name).Integers.Single();

    private static OnnxTensorValue Each(OnnxTensorValue x, Func<double, double> formula) =>
        OnnxTensorValue.Of(x.Type, x.Shape, x.Data.Select(formula));

    private static OnnxTensorValue Test(OnnxTensorValue[] x, Func<double, double, bool> formula) =>
        Pairs(x, (a, b) => formula(a, b) ? 1 : 0) with { Type = OnnxType.Boolean };

    private static OnnxTensorValue Pairs(OnnxTensorValue[] x, Func<double, double, double> formula)
    {
        Assert.Equal(x[0].Type, x[1].Type);
        int[] shape = Joint(x[0].Shape, x[1].Shape), a = x[0].IndicesIn(shape), b = x[1].IndicesIn(shape);
        return OnnxTensorValue.Of(x[0].Type, shape, a.Zip(b, (i, j) => formula(x[0].Data[i], x[1].Data[j])));
    }

    private static OnnxTensorValue Where(OnnxTensorValue condition, OnnxTensorValue x, OnnxTensorValue y)
    {
        Assert.Equal((OnnxType.Boolean, x.Type), (condition.Type, y.Type));
        int[] shape = Joint(condition.Shape, Joint(x.Shape, y.Shape));
        int[] c = condition.IndicesIn(shape), a = x.IndicesIn(shape), b = y.IndicesIn(shape);
        return OnnxTensorValue.Of(
            x.Type, shape, c.Select((at, i) => condition.Data[at] != 0 ? x.Data[a[i]] : y.Data[b[i]]));
    }

    private static int[] Joint(int[] a, int[] b)
    {
        int rank = Math.Max(a.Length, b.Length);
        int[] left = [.. Enumerable.Repeat(1, rank - a.Length), .. a];
        int[] right = [.. Enumerable.Repeat(1, rank - b.Length), .. b];
        Assert.All(left.Zip(right), pair => Assert.True(
            pair.First == pair.Second || pair.First == 1 || pair.Second == 1,
            $"[{string.Join(",", a)}] and [{string.Join(",", b)}] do not broadcast"));
        return [.. left.Zip(right, (m, n) => m == 1 ? n : m)];
    }

    private static OnnxTensorValue Softmax(OnnxTensorValue x, int axis)
    {
        Assert.Equal(x.Rank - 1, axis);
        return OnnxTensorValue.Of(x.Type, x.Shape, x.Data.Chunk(x.Shape[^1]).SelectMany(row =>
        {
            double[] parts = [.. row.Select(value => Math.Exp(value - row.Max()))];
            return parts.Select(part => part / parts.Sum());
        }));
    }

    private static OnnxTensorValue MatMul(OnnxTensorValue a, OnnxTensorValue b)
    {
        int n = a.Shape[^2], f = a.Shape[^1], h = b.Shape[^1];
        Assert.Equal(f, b.Shape[^2]);
        int[] outer = Joint(a.Shape[..^2], b.Shape[..^2]);
        int[] left = (a with { Shape = a.Shape[..^2] }).IndicesIn(outer);
        int[] right = (b with { Shape = b.Shape[..^2] }).IndicesIn(outer);
        var result = new double[left.Length * n * h];
        for (int m = 0; m < left.Length; m++)
        {
            for (int i = 0; i < n * h; i++)
            {
                for (int k = 0; k < f; k++)
                {
                    result[(m * n * h) + i] +=
                        a.Data[(((left[m] * n) + (i / h)) * f) + k] * b.Data[(((right[m] * f) + k) * h) + (i % h)];
                }
            }
        }

        return OnnxTensorValue.Of(a.Type, [.. outer, n, h], result);
    }

    private static OnnxTensorValue Gather(OnnxTensorValue x, int axis, double[] indices)
    {
        (int outer, int along, int inner) = x.Around(axis);
        IEnumerable<double> data = from o in Enumerable.Range(0, outer)
                                   from index in indices
                                   from i in Enumerable.Range(0, inner)
                                   select x.Data[(((o * along) + (int)index) * inner) + i];
        return OnnxTensorValue.Of(x.Type, [.. x.Shape[..axis], indices.Length, .. x.Shape[(axis + 1)..]], data);
    }

    private static OnnxTensorValue GatherElements(OnnxTensorValue x, int axis, OnnxTensorValue indices)
    {
        (int _, int along, int inner) = x.Around(axis);
        int taken = indices.Shape[axis];
        return OnnxTensorValue.Of(x.Type, indices.Shape, indices.Data.Select((index, i) =>
            x.Data[(((i / inner / taken * along) + (int)index) * inner) + (i % inner)]));
    }

    private static OnnxTensorValue Concat(OnnxTensorValue[] x, int axis)
    {
        int outer = x[0].Around(axis).Outer;
        IEnumerable<double> data = Enumerable.Range(0, outer).SelectMany(o => x.SelectMany(part =>
            part.Data.Skip(o * (part.Data.Length / outer)).Take(part.Data.Length / outer)));
        int[] shape = [.. x[0].Shape];
        shape[axis] = x.Sum(part => part.Shape[axis]);
        return OnnxTensorValue.Of(x[0].Type, shape, data);
    }

    private static OnnxTensorValue[] Split(OnnxTensorValue x, int axis, double[] lengths)
    {
        int at = x.Axis(axis), first = 0;
        Assert.Equal(x.Shape[at], lengths.Sum());
        return [.. lengths.Select(length => Gather(
            x, at, [.. Enumerable.Range((first += (int)length) - (int)length, (int)length).Select(i => (double)i)]))];
    }

    private static OnnxTensorValue[] TopK(OnnxTensorValue x, int axis, int count)
    {
        (int outer, int along, int inner) = x.Around(axis);
        double[] indices = new double[outer * count * inner];
        for (int o = 0; o < outer; o++)
        {
            for (int i = 0; i < inner; i++)
            {
                int[] order = [.. Enumerable.Range(0, along)
                    .OrderByDescending(k => x.Data[(((o * along) + k) * inner) + i])];
                for (int k = 0; k < count; k++)
                {
                    indices[(((o * count) + k) * inner) + i] = order[k];
                }
            }
        }

        int[] shape = [.. x.Shape];
        shape[axis] = count;
        OnnxTensorValue places = OnnxTensorValue.Of(OnnxType.Int64, shape, indices);
        return [GatherElements(x, axis, places), places];
    }

    private static OnnxTensorValue Reduce(
        OnnxNode node, OnnxTensorValue x, int axis, Func<IEnumerable<double>, double> formula)
    {
        (int outer, int along, int inner) = x.Around(axis);
        IEnumerable<double> data =
            from o in Enumerable.Range(0, outer)
            from i in Enumerable.Range(0, inner)
            select formula(Enumerable.Range(0, along).Select(k => x.Data[(((o * along) + k) * inner) + i]));
        int[] kept = Setting(node, "keepdims") == 1 ? [1] : [];
        return OnnxTensorValue.Of(x.Type, [.. x.Shape[..axis], .. kept, .. x.Shape[(axis + 1)..]], data);
    }

    private static OnnxTensorValue Unsqueeze(OnnxTensorValue x, int axis)
    {
        int at = axis < 0 ? axis + x.Rank + 1 : axis;
        return x with { Shape = [.. x.Shape[..at], 1, .. x.Shape[at..]] };
    }

    private static OnnxTensorValue Squeeze(OnnxTensorValue x, int axis)
    {
        Assert.Equal(1, x.Shape[axis]);
        return x with { Shape = [.. x.Shape[..axis], .. x.Shape[(axis + 1)..]] };
    }

    private static OnnxTensorValue Transpose(OnnxTensorValue x, int[] order)
    {
        int[] shape = [.. order.Select(axis => x.Shape[axis])];
        int[] strides = [.. order.Select(axis => x.Around(axis).Inner)];
        return OnnxTensorValue.Of(x.Type, shape, Enumerable.Range(0, x.Data.Length).Select(i =>
        {
            int rest = i, index = 0;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                index += rest % shape[axis] * strides[axis];
                rest /= shape[axis];
            }

            return x.Data[index];
        }));
    }

    // 0 keeps the length of the axis at the same place, -1 is whatever is left.
    private static OnnxTensorValue Reshape(OnnxTensorValue x, double[] target)
    {
        int[] shape = [.. target.Select((length, axis) => length == 0 ? x.Shape[axis] : (int)length)];
        int known = shape.Where(length => length > 0).Aggregate(1, (a, b) => a * b);
        return OnnxTensorValue.Of(
            x.Type, [.. shape.Select(length => length < 0 ? x.Data.Length / known : length)], x.Data);
    }
}
