// covers: JoinOperation
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>
/// Networks over sets as a whole: points through layers, summed, joined with features, through layers.
/// </summary>
public sealed class SetSumOperationTests
{
    private const int Features = 3;

    // With an empty set at the start, in the middle and at the end.
    private static readonly int[] Offsets = [0, 0, 4, 5, 5, 12, 12];

    public static TheoryData<Activation, bool> Cases
    {
        get
        {
            var cases = new TheoryData<Activation, bool>();
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                cases.Add(activation, false);
                cases.Add(activation, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_EqualsDoublePrecisionNetwork(Activation activation, bool isWeighted)
    {
        Tape tape = Network(activation, isWeighted);
        Sample sample = Draw(tape);
        var workspace = new Workspace(tape);
        double[] expected = Reference(tape, Double(sample.Parameters), sample);
        ReadOnlySpan<float> outputs = Run(tape, sample, workspace, Offsets);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], outputs[(i / 2 * 16) + (i % 2)], 2e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_EqualsCentralDifferencesOfDoubleNetwork(Activation activation, bool isWeighted)
    {
        Tape tape = Network(activation, isWeighted);
        Sample sample = Draw(tape);
        float[] gradient = Gradient(tape, sample, Offsets);
        for (int i = 0; i < gradient.Length; i++)
        {
            double h = 1e-6, upper = Weighted(tape, sample, i, h), lower = Weighted(tape, sample, i, -h);
            double expected = (upper - lower) / (2 * h);
            double tolerance = 1e-4 * Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - gradient[i]) < tolerance, $"parameter {i}: {expected} {gradient[i]}");
        }
    }

    [Fact]
    public void OnlyEmptySets_HaveNoGradientInThePointLayers()
    {
        Tape tape = Network(Activation.Relu, isWeighted: false);
        float[] gradient = Gradient(tape, Draw(tape), [0, 0, 0]);
        int ofPoints = tape.Operations.Where(operation => operation.Input.Kind == RowKind.Points)
            .Sum(operation => operation.ParameterCount);
        Assert.All(gradient[..ofPoints], value => Assert.Equal(0, value));
        Assert.Contains(gradient[ofPoints..], value => value != 0);
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        Tape tape = Network(Activation.Silu, isWeighted: true);
        Sample sample = Draw(tape);
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(sample.Parameters);
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
            sample.CopyTo(workspace, Offsets, tape);
            workspace.Forward(packed);
            workspace.BeginGradient();
            workspace.Backward(packed, sums, 0, accumulate: false);
        }
    }

    [Fact]
    public void PointsWhereObjectsAreNeeded_AreRefused()
    {
        var tape = new Tape(Features, 4);
        var exception = Assert.Throws<ArgumentException>(() => tape.Join(tape.Input, tape.Points));
        Assert.Contains("Value 1 [M, 4]", exception.Message);
        Assert.Throws<ArgumentException>(() => tape.SumSets(tape.Input, 1));
        Assert.Throws<ArgumentException>(() => tape.Join(tape.Input, tape.Input));
    }

    private static Tape Network(Activation activation, bool isWeighted)
    {
        var tape = new Tape(Features, 5, isWeighted ? 2 : null);
        Value point = tape.Dense(tape.Dense(tape.Points, 18, activation), 9, activation);
        Value joined = tape.Join(tape.SumSets(point, 0.5f), tape.Input);
        tape.Dense(tape.Dense(joined, 7, activation), 2, Activation.Identity);
        return tape;
    }

    private static Sample Draw(Tape tape)
    {
        var rng = new Rng(7, "set test");
        var sample = new Sample(
            new float[tape.ParameterCount], new float[(Offsets.Length - 1) * Features],
            new float[Offsets[^1] * tape.Points.Columns], new float[Offsets[^1]]);
        foreach (float[] values in new[] { sample.Parameters, sample.Features, sample.Points, sample.Weights })
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = (float)(0.5 * rng.NextGaussian());
            }
        }

        return sample;
    }

    private static ReadOnlySpan<float> Run(Tape tape, Sample sample, Workspace workspace, int[] offsets)
    {
        var packed = new PackedParameters(tape);
        packed.Refresh(sample.Parameters);
        sample.CopyTo(workspace, offsets, tape);
        return workspace.Forward(packed);
    }

    // The scalar whose gradient is taken: sum over rows and outputs of (row + 1)(column - 0.5) y.
    private static double Coefficient(int row, int column) => (row + 1) * (column - 0.5);

    private static float[] Gradient(Tape tape, Sample sample, int[] offsets)
    {
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(sample.Parameters);
        Run(tape, sample, workspace, offsets);
        Span<float> dy = workspace.BeginGradient();
        for (int i = 0; i < offsets.Length - 1; i++)
        {
            dy[i * 16] = (float)Coefficient(i, 0);
            dy[(i * 16) + 1] = (float)Coefficient(i, 1);
        }

        workspace.Backward(packed, sums, 0, accumulate: false);
        float[] gradient = new float[tape.ParameterCount];
        sums.CopyTo(gradient);
        return gradient;
    }

    private static double Weighted(Tape tape, Sample sample, int index, double shift)
    {
        double[] shifted = Double(sample.Parameters);
        shifted[index] += shift;
        double[] y = Reference(tape, shifted, sample);
        return y.Select((value, i) => Coefficient(i / 2, i % 2) * value).Sum();
    }

    private static double[] Reference(Tape tape, double[] parameters, Sample sample) => ReferenceTape.Outputs(
        tape, parameters, Double(sample.Features), [new(Double(sample.Points), Offsets, Double(sample.Weights))]);

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];

    internal sealed record Sample(float[] Parameters, float[] Features, float[] Points, float[] Weights)
    {
        public void CopyTo(Workspace workspace, int[] offsets, Tape tape)
        {
            int rows = offsets.Length - 1, features = tape.Input.Columns, columns = tape.Points.Columns;
            Transpose.PadCleared(Features.AsSpan(0, rows * features), features, workspace.Begin(rows, offsets));
            Transpose.PadCleared(Points.AsSpan(0, offsets[^1] * columns), columns, workspace.Points());
            Weights.AsSpan(0, offsets[^1]).CopyTo(workspace.PointWeights());
        }
    }
}
