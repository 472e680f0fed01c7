// covers: Workspace
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class DenseOperationTests
{
    private const int Rows = 11;

    public static TheoryData<Activation> All => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_EqualsDoublePrecisionNetwork(Activation activation)
    {
        Tape tape = Network(activation);
        (float[] parameters, float[] x) = Draw(tape);
        float[] y = Forward(tape, parameters, x, new Workspace(tape));
        for (int i = 0; i < Rows; i++)
        {
            double[] expected = ReferenceNetwork.Row(tape, Double(parameters), Double(x[(i * 5)..((i + 1) * 5)]));
            for (int j = 0; j < expected.Length; j++)
            {
                Assert.Equal(expected[j], y[(i * expected.Length) + j], 2e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_EqualsCentralDifferencesOfDoubleNetwork(Activation activation)
    {
        Tape tape = Network(activation);
        (float[] parameters, float[] x) = Draw(tape);
        float[] gradient = Gradient(tape, parameters, x);
        for (int i = 0; i < parameters.Length; i++)
        {
            double h = 1e-6, upper = Weighted(tape, parameters, x, i, h), lower = Weighted(tape, parameters, x, i, -h);
            double expected = (upper - lower) / (2 * h);
            double tolerance = 1e-4 * Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - gradient[i]) < tolerance, $"parameter {i}: {expected} {gradient[i]}");
        }
    }

    [Fact]
    public void SmallerMicroBatchAfterLarger_GivesTheSameRows()
    {
        Tape tape = Network(Activation.Silu);
        (float[] parameters, float[] x) = Draw(tape);
        var workspace = new Workspace(tape);
        float[] all = Forward(tape, parameters, x, workspace);
        float[] some = Forward(tape, parameters, x[..(3 * 5)], workspace);
        Assert.Equal(all[..(3 * 2)], some);
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        Tape tape = Network(Activation.Silu);
        (float[] parameters, float[] x) = Draw(tape);
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        // Enumerating the list of operations may box once per pass before the runtime optimises it away.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 3 * 64);

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
        Value first = tape.Dense(tape.Input, 18, activation);
        Value second = tape.Dense(first, 7, activation);
        tape.Dense(second, 2, Activation.Identity);
        return tape;
    }

    private static (float[] Parameters, float[] X) Draw(Tape tape)
    {
        var rng = new Rng(7, "dense test");
        float[] parameters = new float[tape.ParameterCount], x = new float[Rows * 5];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = (float)Distributions.Gaussian(0, 0.4, ref rng);
        }

        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)rng.NextGaussian();
        }

        return (parameters, x);
    }

    private static float[] Forward(Tape tape, float[] parameters, float[] x, Workspace workspace)
    {
        var packed = new PackedParameters(tape);
        packed.Refresh(parameters);
        int rows = x.Length / 5;
        Transpose.PadCleared(x, 5, workspace.Begin(rows));
        float[] y = new float[rows * 2];
        Transpose.Unpad(workspace.Forward(packed), 2, y);
        return y;
    }

    // The scalar whose gradient is taken: sum over rows and outputs of (row + 1)(column - 0.5) y.
    private static double Coefficient(int row, int column) => (row + 1) * (column - 0.5);

    private static float[] Gradient(Tape tape, float[] parameters, float[] x)
    {
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(parameters);

        // Two micro-batches in one lane: the second one must add to the first.
        foreach ((int first, int rows) in new[] { (0, 4), (4, Rows - 4) })
        {
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
        for (int i = 0; i < Rows; i++)
        {
            double[] y = ReferenceNetwork.Row(tape, shifted, Double(x[(i * 5)..((i + 1) * 5)]));
            sum += (Coefficient(i, 0) * y[0]) + (Coefficient(i, 1) * y[1]);
        }

        return sum;
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
