// covers: LstmOperation, GruOperation, ConvolutionOperation, PointList
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>Networks over several ragged lists as a whole, against their definition in double precision.</summary>
public sealed class RecurrentOperationTests
{
    private const int Features = 3;

    // Empty lists at the start, in the middle and at the end, equal lengths, and an object without anything.
    private static readonly int[][] Offsets = [[0, 0, 4, 5, 5, 12, 16, 16], [0, 3, 3, 4, 9, 9, 11, 11]];

    private static readonly int[][] Nothing = [[0, 0, 0], [0, 0, 0]];

    public enum Shape
    {
        Lstm,
        Gru,
        StackedLstm,
        StackedGru,
        Convolved,
        EvenKernel,
        TwoLists,
        WideLstm,
    }

    public static TheoryData<Shape> Shapes => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_EqualsDoublePrecisionNetwork(Shape shape)
    {
        Tape tape = Network(shape);
        Sample sample = Sample.Draw(tape, Offsets);
        double[] expected = Reference(tape, sample, sample.Parameters64());
        float[] outputs = Run(tape, sample);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], outputs[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradient_EqualsCentralDifferencesOfDoubleNetwork(Shape shape)
    {
        Tape tape = Network(shape);
        Sample sample = Sample.Draw(tape, Offsets);
        float[] gradient = Gradient(tape, sample, repeats: 1);
        for (int i = 0; i < gradient.Length; i += 1 + (gradient.Length / 200))
        {
            double h = 1e-6, upper = Weighted(tape, sample, i, h), lower = Weighted(tape, sample, i, -h);
            double expected = (upper - lower) / (2 * h);
            double tolerance = 1e-4 * Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - gradient[i]) < tolerance, $"parameter {i}: {expected} {gradient[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SecondMicroBatch_AddsToTheFirst(Shape shape)
    {
        Tape tape = Network(shape);
        Sample sample = Sample.Draw(tape, Offsets);
        float[] once = Gradient(tape, sample, repeats: 1), twice = Gradient(tape, sample, repeats: 2);
        Assert.All(once.Zip(twice), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-4));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void OnlyEmptyLists_GiveEqualOutputsAndNoGradientToWhatSeesPoints(Shape shape)
    {
        Tape tape = Network(shape);
        Sample sample = Sample.Draw(tape, Nothing) with { Features = [1, 2, 3, 1, 2, 3] };
        float[] outputs = Run(tape, sample), gradient = Gradient(tape, sample, repeats: 1);
        Assert.Equal(outputs[..2], outputs[2..]);
        int ofPoints = tape.Operations.Where(operation => operation.Input.Kind == RowKind.Points)
            .Sum(operation => operation.ParameterCount);
        Assert.All(gradient[..ofPoints], value => Assert.Equal(0, value));
        Assert.Contains(gradient[ofPoints..], value => value != 0);
    }

    [Theory]
    [InlineData(Shape.StackedLstm)]
    [InlineData(Shape.StackedGru)]
    public void OtherObjectsOfAMicroBatch_DoNotChangeABit(Shape shape)
    {
        Tape tape = Network(shape);
        Sample sample = Sample.Draw(tape, Offsets);
        float[] all = Run(tape, sample);
        for (int row = 0; row < 7; row++)
        {
            Assert.Equal(all[(2 * row)..(2 * (row + 1))], Run(tape, sample.Only(tape, row)));
        }
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        Tape tape = Network(Shape.TwoLists);
        Sample sample = Sample.Draw(tape, Offsets);
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(sample.Parameters);
        int[] offsets = sample.AllOffsets();
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
            sample.CopyTo(workspace, tape, offsets);
            workspace.Forward(packed);
            workspace.BeginGradient();
            workspace.Backward(packed, sums, 0, accumulate: false);
        }
    }

    [Fact]
    public void KernelOfOne_IsADenseLayer()
    {
        var tape = new Tape(1);
        tape.Convolution(tape.AddList(4), 3, kernel: 1, Activation.Relu);
        Assert.IsType<DenseOperation>(Assert.Single(tape.Operations));
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        var tape = new Tape(Features);
        Value points = tape.AddList(4);
        Assert.Throws<ArgumentException>(() => tape.Lstm(tape.Input, 3));
        Assert.Throws<ArgumentException>(() => tape.Convolution(tape.Input, 3, 3, Activation.Relu));
        Assert.Throws<ArgumentOutOfRangeException>(() => tape.Gru(points, 0));
        tape.Dense(points, 2, Activation.Relu);
        Assert.Throws<InvalidOperationException>(() => tape.AddList(4));
        var exception = Assert.Throws<ArgumentException>(() => new Workspace(tape).Begin(2, [0, 1]));
        Assert.Contains("2 offsets for 2 rows with 1 lists", exception.Message);
    }

    private static Tape Network(Shape shape)
    {
        var tape = new Tape(Features);
        Value points = tape.AddList(5), second = tape.AddList(2);
        Value state = shape switch
        {
            Shape.Lstm => tape.Lstm(points, 4),
            Shape.Gru => tape.Gru(points, 4),
            Shape.StackedLstm => tape.Lstm(tape.Lstm(points, 4, isSequence: true), 3),
            Shape.StackedGru => tape.Gru(tape.Gru(points, 4, isSequence: true), 3),
            Shape.Convolved => tape.Lstm(tape.Convolution(points, 6, 3, Activation.Tanh), 3),
            Shape.EvenKernel => tape.Gru(
                tape.Convolution(tape.Dense(points, 3, Activation.Tanh), 4, 4, Activation.Silu), 3),
            Shape.WideLstm => tape.Lstm(tape.Dense(points, 2, Activation.Tanh), 17),
            _ => tape.Lstm(tape.Dense(points, 7, Activation.Silu), 5),
        };
        Value other = shape == Shape.TwoLists ? tape.Gru(second, 3) : tape.SumSets(second, 0.5f);
        tape.Dense(tape.Join(tape.Join(state, other), tape.Input), 2, Activation.Identity);
        return tape;
    }

    private static float[] Run(Tape tape, Sample sample)
    {
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        packed.Refresh(sample.Parameters);
        sample.CopyTo(workspace, tape, sample.AllOffsets());
        var outputs = new float[workspace.Rows * 2];
        Transpose.Unpad(workspace.Forward(packed), 2, outputs);
        return outputs;
    }

    // The scalar whose gradient is taken: sum over rows and outputs of (row + 1)(column - 0.7) y.
    private static double Coefficient(int row, int column) => (row + 1) * (column - 0.7);

    private static float[] Gradient(Tape tape, Sample sample, int repeats)
    {
        var workspace = new Workspace(tape);
        var packed = new PackedParameters(tape);
        var sums = new LaneGradients(tape);
        packed.Refresh(sample.Parameters);
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            sample.CopyTo(workspace, tape, sample.AllOffsets());
            workspace.Forward(packed);
            Span<float> dy = workspace.BeginGradient();
            for (int i = 0; i < workspace.Rows; i++)
            {
                dy[i * 16] = (float)Coefficient(i, 0);
                dy[(i * 16) + 1] = (float)Coefficient(i, 1);
            }

            workspace.Backward(packed, sums, 0, accumulate: repeat > 0);
        }

        float[] gradient = new float[tape.ParameterCount];
        sums.CopyTo(gradient);
        return gradient;
    }

    private static double Weighted(Tape tape, Sample sample, int index, double shift)
    {
        double[] shifted = sample.Parameters64();
        shifted[index] += shift;
        return Reference(tape, sample, shifted).Select((value, i) => Coefficient(i / 2, i % 2) * value).Sum();
    }

    private static double[] Reference(Tape tape, Sample sample, double[] parameters) => ReferenceTape.Outputs(
        tape, parameters, Double(sample.Features),
        [.. sample.Points.Zip(sample.Offsets, (points, offsets) => new ReferenceTape.List(Double(points), offsets))]);

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];

    private sealed record Sample(float[] Parameters, float[] Features, float[][] Points, int[][] Offsets)
    {
        public static Sample Draw(Tape tape, int[][] offsets)
        {
            var rng = new Rng(7, "recurrent test");
            var sample = new Sample(
                new float[tape.ParameterCount], new float[(offsets[0].Length - 1) * tape.Input.Columns],
                [.. tape.Lists.Zip(offsets, (list, own) => new float[own[^1] * list.Width])], offsets);
            foreach (float[] values in new[] { sample.Parameters, sample.Features }.Concat(sample.Points))
            {
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (float)(0.6 * rng.NextGaussian());
                }
            }

            return sample;
        }

        public int[] AllOffsets() => [.. Offsets.SelectMany(offsets => offsets)];

        public double[] Parameters64() => Double(Parameters);

        public Sample Only(Tape tape, int row) => this with
        {
            Features = Features[(row * tape.Input.Columns)..((row + 1) * tape.Input.Columns)],
            Points = [.. tape.Lists.Select((list, i) =>
                Points[i][(Offsets[i][row] * list.Width)..(Offsets[i][row + 1] * list.Width)])],
            Offsets = [.. Offsets.Select(offsets => new[] { 0, offsets[row + 1] - offsets[row] })],
        };

        public void CopyTo(Workspace workspace, Tape tape, int[] offsets)
        {
            int features = tape.Input.Columns;
            Transpose.PadCleared(Features, features, workspace.Begin(Features.Length / features, offsets));
            for (int list = 0; list < Points.Length; list++)
            {
                Transpose.PadCleared(Points[list], tape.Lists[list].Width, workspace.Points(list));
            }
        }
    }
}
