using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class BayesianDenseOperationTests
{
    private const int Rows = 11, Split = 4;

    private static readonly NoiseStream Noise = new(3, "operation") { Step = 12 };

    public static TheoryData<Activation> All => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_EqualsDoublePrecisionNetworkWithTheSameNoise(Activation activation)
    {
        Tape tape = Network(activation);
        (float[] parameters, float[] x) = Draw(tape);
        var workspace = new Workspace(tape) { Noise = Noise };
        Transpose.PadCleared(x, 5, workspace.Begin(Rows));
        ReadOnlySpan<float> y = workspace.Forward(Packed(tape, parameters));
        for (int row = 0; row < Rows; row++)
        {
            double[] expected = Row(tape, Double(parameters), x, row, Noise, row);
            Assert.Equal(expected[0], y[row * 16], 5e-5);
            Assert.Equal(expected[1], y[(row * 16) + 1], 5e-5);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_EqualsCentralDifferencesOfDoubleNetwork(Activation activation)
    {
        const double h = 1e-6;
        Tape tape = Network(activation);
        (float[] parameters, float[] x) = Draw(tape);
        float[] gradient = Gradient(tape, parameters, x);
        for (int i = 0; i < parameters.Length; i++)
        {
            double expected = (Weighted(tape, parameters, x, i, h) - Weighted(tape, parameters, x, i, -h)) / (2 * h);
            double tolerance = 3e-4 * Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - gradient[i]) < tolerance, $"parameter {i}: {expected} {gradient[i]}");
        }
    }

    [Fact]
    public void RowOfZeros_HasNoNoiseAndNoNaN()
    {
        Tape tape = Network(Activation.Relu);
        (float[] parameters, _) = Draw(tape);
        float[] gradient = Gradient(tape, parameters, new float[Rows * 5]);
        Assert.All(gradient, g => Assert.True(float.IsFinite(g)));
        var first = (BayesianDenseOperation)tape.Operations[0];
        Assert.All(gradient[first.LogVarianceOffset..first.ParameterCount], g => Assert.Equal(0, g));
    }

    [Fact]
    public void VanishingWidths_GiveTheNetworkOfTheMeans()
    {
        Tape tape = Network(Activation.Tanh);
        (float[] parameters, float[] x) = Draw(tape);
        foreach (BayesianDenseOperation layer in tape.Operations.Cast<BayesianDenseOperation>())
        {
            parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount).Fill(-1000);
        }

        // The lower bound leaves widths of 4.5e-5.
        var workspace = new Workspace(tape) { Noise = Noise };
        Transpose.PadCleared(x, 5, workspace.Begin(Rows));
        float[] quiet = workspace.Forward(Packed(tape, parameters)).ToArray();
        workspace.Noise = Noise with { Step = 99 };
        Transpose.PadCleared(x, 5, workspace.Begin(Rows));
        float[] other = workspace.Forward(Packed(tape, parameters)).ToArray();
        Assert.NotEqual(quiet, other);
        Assert.All(quiet.Zip(other), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        Tape tape = Network(Activation.Silu);
        (float[] parameters, float[] x) = Draw(tape);
        var workspace = new Workspace(tape) { Noise = Noise };
        PackedParameters packed = Packed(tape, parameters);
        var sums = new LaneGradients(tape);
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        // Enumerating the list of operations may box once per pass before the runtime optimises it away.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 5 * 64);

        void Step()
        {
            packed.Refresh(parameters);
            Transpose.PadCleared(x, 5, workspace.Begin(Rows));
            workspace.Forward(packed);
            workspace.BeginGradient();
            workspace.Backward(packed, sums, 0, accumulate: false);
        }
    }

    private static Tape Network(Activation activation)
    {
        var tape = new Tape(5);
        Value first = tape.BayesianDense(tape.Input, 18, activation);
        Value second = tape.BayesianDense(first, 7, activation);
        tape.BayesianDense(second, 2, Activation.Identity);
        return tape;
    }

    private static (float[] Parameters, float[] X) Draw(Tape tape)
    {
        var rng = new Rng(7, "bayesian dense test");
        float[] parameters = new float[tape.ParameterCount], x = new float[Rows * 5];
        foreach (ref float parameter in parameters.AsSpan())
        {
            parameter = (float)Distributions.Gaussian(0, 0.4, ref rng);
        }

        foreach (BayesianDenseOperation layer in tape.Operations.Cast<BayesianDenseOperation>())
        {
            foreach (ref float log in parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount))
            {
                log = (float)Distributions.Uniform(-6, -1, ref rng);
            }
        }

        foreach (ref float feature in x.AsSpan())
        {
            feature = (float)rng.NextGaussian();
        }

        return (parameters, x);
    }

    private static PackedParameters Packed(Tape tape, float[] parameters)
    {
        var packed = new PackedParameters(tape);
        packed.Refresh(parameters);
        return packed;
    }

    // The definition: one row in double precision, whose noise is that of its place in the micro-batch.
    private static double[] Row(
        Tape tape, IReadOnlyList<double> parameters, float[] x, int row, NoiseStream noise, int place)
    {
        double[] values = Double(x[(row * 5)..((row + 1) * 5)]);
        foreach (BayesianDenseOperation layer in tape.Operations.Cast<BayesianDenseOperation>())
        {
            NoiseStream own = noise with { Layer = (uint)layer.Output.Index };
            int columns = layer.Output.Columns, stride = Padding.Stride(columns);
            double[] next = new double[columns];
            for (int j = 0; j < columns; j++)
            {
                double m = parameters[layer.BiasOffset + j], v = 0;
                for (int i = 0; i < values.Length; i++)
                {
                    int weight = (i * columns) + j;
                    m += values[i] * parameters[layer.MeanOffset + weight];
                    v += values[i] * values[i] * Math.Exp(parameters[layer.LogVarianceOffset + weight]);
                }

                double z = m + (Math.Sqrt(v) * NormalNoise.Reference(own, (place * stride) + j));
                next[j] = ReferenceActivation.Value(layer.Activation, z);
            }

            values = next;
        }

        return values;
    }

    // The scalar whose gradient is taken: sum over rows and outputs of (row + 1)(column - 0.5) y.
    private static double Coefficient(int row, int column) => (row + 1) * (column - 0.5);

    // Two micro-batches in one lane: the second one has other noise and must add to the first.
    private static float[] Gradient(Tape tape, float[] parameters, float[] x)
    {
        var workspace = new Workspace(tape);
        var sums = new LaneGradients(tape);
        PackedParameters packed = Packed(tape, parameters);
        foreach ((int first, int rows) in new[] { (0, Split), (Split, Rows - Split) })
        {
            workspace.Noise = Noise with { Part = first > 0 ? 1u : 0 };
            Transpose.PadCleared(x.AsSpan(first * 5, rows * 5), 5, workspace.Begin(rows));
            workspace.Forward(packed);
            Span<float> dy = workspace.BeginGradient();
            for (int i = 0; i < rows; i++)
            {
                dy[i * 16] = (float)Coefficient(first + i, 0);
                dy[(i * 16) + 1] = (float)Coefficient(first + i, 1);
            }

            workspace.Backward(packed, sums, 0, accumulate: first > 0);
        }

        float[] gradient = new float[parameters.Length];
        sums.CopyTo(gradient);
        return gradient;
    }

    private static double Weighted(Tape tape, float[] parameters, float[] x, int index, double shift)
    {
        double[] shifted = Double(parameters);
        shifted[index] += shift;
        double sum = 0;
        for (int row = 0; row < Rows; row++)
        {
            bool second = row >= Split;
            NoiseStream noise = Noise with { Part = second ? 1u : 0 };
            double[] y = Row(tape, shifted, x, row, noise, second ? row - Split : row);
            sum += (Coefficient(row, 0) * y[0]) + (Coefficient(row, 1) * y[1]);
        }

        return sum;
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
