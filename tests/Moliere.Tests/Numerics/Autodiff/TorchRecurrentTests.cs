// covers: RecurrentOperation
using System.Text.Json.Nodes;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>Recurrent layers against the states and gradients of PyTorch.</summary>
public sealed class TorchRecurrentTests
{
    private const double Tolerance = 1e-5;

    private static readonly JsonObject s_file =
        JsonNode.Parse(File.ReadAllText(Repository.At("tests", "data", "pytorch", "recurrent.json")))!.AsObject();

    private static readonly int s_features = s_file["features"]!.GetValue<int>();

    private static readonly int s_units = s_file["units"]!.GetValue<int>();

    private static readonly int[] s_offsets =
        [.. s_file["lengths"]!.AsArray().Aggregate(new List<int> { 0 }, Extended)];

    [Theory]
    [InlineData("lstm", 1)]
    [InlineData("gru", 1)]
    [InlineData("stacked", 2)]
    public void StatesAndGradients_AreThoseOfTorch(string name, int layers)
    {
        JsonObject expected = s_file[name]!.AsObject();
        (Tape tape, Value points) = Network(name, layers);
        float[] parameters = new float[tape.ParameterCount], gradients = new float[tape.ParameterCount];
        Read(tape, expected["parameters"]!.AsObject(), parameters, isGradient: false);
        (float[] last, float[] found) = Run(tape, points, parameters, Numbers(expected["points"]!));
        AssertClose(Numbers(expected["last"]!), last);
        Read(tape, expected["gradients"]!.AsObject(), gradients, isGradient: true);
        AssertClose(gradients, found);
    }

    // A dense layer that changes nothing comes first: its gradient tells whether points get theirs.
    private static (Tape Tape, Value Points) Network(string name, int layers)
    {
        var tape = new Tape(1);
        Value points = tape.AddList(s_features), value = tape.Dense(points, s_features, Activation.Identity);
        for (int layer = 0; layer < layers; layer++)
        {
            bool isSequence = layer + 1 < layers;
            value = name == "gru" ? tape.Gru(value, s_units, isSequence) : tape.Lstm(value, s_units, isSequence);
        }

        return (tape, points);
    }

    private static (float[] Last, float[] Gradient) Run(Tape tape, Value points, float[] parameters, float[] values)
    {
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(parameters);
        workspace.Begin(s_offsets.Length - 1, s_offsets).Clear();
        Transpose.PadCleared(values, points.Columns, workspace.Points());
        float[] last = new float[workspace.Rows * s_units], gradient = new float[tape.ParameterCount];
        Transpose.Unpad(workspace.Forward(packed), s_units, last);
        Span<float> dy = workspace.BeginGradient();
        for (int i = 0; i < workspace.Rows * s_units; i++)
        {
            dy[(i / s_units * 16) + (i % s_units)] = (float)((1 + (i / s_units)) * ((i % s_units) - 0.7));
        }

        workspace.Backward(packed, sums, 0, accumulate: false);
        sums.CopyTo(gradient);
        return (last, gradient);
    }

    // Torch has [G H, F] and two biases; a long short-term memory has one here, the sum, whose gradient either has.
    private static void Read(Tape tape, JsonObject named, float[] flat, bool isGradient)
    {
        if (!isGradient)
        {
            for (int i = 0; i < s_features; i++)
            {
                flat[i * (s_features + 1)] = 1;
            }
        }
        else
        {
            IdentityGradients(named.Parent!.AsObject()).CopyTo(flat, 0);
            BiasGradients(named.Parent!.AsObject()).CopyTo(flat, s_features * s_features);
        }

        RecurrentOperation[] layers = [.. tape.Operations.OfType<RecurrentOperation>()];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            float[] first = Numbers(named[$"bias_ih_l{layer}"]!), second = Numbers(named[$"bias_hh_l{layer}"]!);
            bool isOne = layers[layer].Biases == 1;
            float[] own =
            [
                .. Flipped(Numbers(named[$"weight_ih_l{layer}"]!), first.Length),
                .. Flipped(Numbers(named[$"weight_hh_l{layer}"]!), first.Length),
                .. isOne && !isGradient ? first.Zip(second, (a, b) => a + b) : first,
                .. isOne ? [] : second,
            ];
            own.CopyTo(flat, layers[layer].ParameterOffset);
        }
    }

    private static float[] Flipped(float[] rows, int count)
    {
        int columns = rows.Length / count;
        return [.. Enumerable.Range(0, rows.Length).Select(i => rows[(i % count * columns) + (i / count)])];
    }

    // dW = Xᵀ dY for y = x W + b with W = 1.
    private static float[] IdentityGradients(JsonObject expected)
    {
        float[] points = Numbers(expected["points"]!), gradients = Numbers(expected["point_gradients"]!);
        return [.. Enumerable.Range(0, s_features * s_features).Select(at => Enumerable
            .Range(0, points.Length / s_features)
            .Sum(i => points[(i * s_features) + (at / s_features)] * gradients[(i * s_features) + (at % s_features)]))];
    }

    private static float[] BiasGradients(JsonObject expected)
    {
        float[] gradients = Numbers(expected["point_gradients"]!);
        return [.. Enumerable.Range(0, s_features).Select(f => gradients.Where((_, i) => i % s_features == f).Sum())];
    }

    private static float[] Numbers(JsonNode list) => [.. list.AsArray().Select(value => value!.GetValue<float>())];

    private static List<int> Extended(List<int> offsets, JsonNode? length) =>
        [.. offsets, offsets[^1] + length!.GetValue<int>()];

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(
            pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
    }
}
