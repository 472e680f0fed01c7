// covers: LayerNormOperation, DropoutOperation
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>A network with each kind of normalisation, and dropout, as a whole.</summary>
public sealed class BatchNormOperationTests
{
    private const int Rows = 13;
    private const int Features = 5;

    private static readonly NoiseStream s_noise = new(9, "norms") { Step = 4, Part = 1 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Forward_EqualsDoublePrecisionNetwork(bool isTraining)
    {
        Tape tape = Network();
        (float[] parameters, float[] x) = Draw(tape);
        double[] expected = ReferenceNorms.Outputs(tape, Double(parameters), Double(x), Noise(isTraining));
        ReadOnlySpan<float> outputs = Run(tape, parameters, x, isTraining).Output;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], outputs[(i / 2 * 16) + (i % 2)], 3e-5);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradient_EqualsCentralDifferencesOfDoubleNetwork(bool isTraining)
    {
        Tape tape = Network();
        (float[] parameters, float[] x) = Draw(tape);
        (float[] gradient, _) = Gradient(tape, parameters, x, isTraining);
        for (int i = 0; i < parameters.Length; i++)
        {
            const double h = 1e-6;
            double upper = Weighted(tape, parameters, x, (i, h), isTraining);
            double expected = (upper - Weighted(tape, parameters, x, (i, -h), isTraining)) / (2 * h);
            expected = IsStatistic(tape, i) ? 0 : expected;
            double tolerance = 3e-4 * Math.Max(1, Math.Abs(expected));
            Assert.True(Math.Abs(expected - gradient[i]) < tolerance, $"parameter {i}: {expected} {gradient[i]}");
        }
    }

    [Fact]
    public void FrozenNetwork_UsesRunningStatistics_AndLeavesThem()
    {
        var tape = new Tape(1);
        tape.Dense(tape.BatchNorm(tape.Input), 1, Activation.Identity);

        // Scale, shift, running mean and variance of the normalisation; weight and bias.
        float[] parameters = [3, 1, 10, 4 - BatchNormOperation.Epsilon, 2, 0], after = [.. parameters];
        Workspace run = Run(tape, parameters, [12, 14, 10], isTraining: false);
        Assert.Equal([8f, 14, 2], [run.Output[0], run.Output[16], run.Output[32]]);
        (_, LaneGradients sums) = Gradient(tape, parameters, [12, 14, 10], isTraining: false);
        sums.Settle(Packed(tape, parameters), after);
        Assert.Equal(parameters, after);

        // The same rows in training: their own statistics, the mean 12 and the unbiased variance 4.
        Workspace training = Run(tape, parameters, [12, 14, 10], isTraining: true);
        Assert.Equal(2, training.Output[0], 1e-5);
        (_, sums) = Gradient(tape, parameters, [12, 14, 10], isTraining: true);
        sums.Settle(Packed(tape, parameters), after);
        Assert.Equal([3, 1, 10.2f, 4, 2, 0], after.Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void RunningStatistics_ArePooledOverMicroBatches_WhateverTheOptimiserDid()
    {
        var tape = new Tape(1);
        tape.BatchNorm(tape.Input);
        float[] parameters = [1, 0, 0, 1], decayed = [1, 0, 7, 8];
        PackedParameters packed = Packed(tape, parameters);
        var sums = new LaneGradients(tape, lanes: 1);
        Backward(tape, packed, sums, [1, 3], accumulate: false, isTraining: true);
        Backward(tape, packed, sums, [10, 11, 12], accumulate: true, isTraining: true);
        Backward(tape, packed, sums, [99], accumulate: true, isTraining: true);
        sums.Settle(packed, decayed);

        // Mean of five rows 37 / 5; squared distances 2 + 2 with 1 + 2 degrees of freedom. A single row has none.
        Assert.Equal(0.74, decayed[2], 1e-6);
        Assert.Equal(0.9 + (0.1 * 4 / 3), decayed[3], 1e-6);
    }

    [Fact]
    public void SingleRow_IsNormalisedByRunningStatistics()
    {
        Tape tape = Network();
        (float[] parameters, float[] x) = Draw(tape);
        Tape plain = Network(dropout: 0);
        float[] one = x[..Features];
        Assert.Equal(
            Run(plain, parameters, one, isTraining: false).Output.ToArray(),
            Run(plain, parameters, one, isTraining: true).Output.ToArray());
        (float[] gradient, _) = Gradient(tape, parameters, one, isTraining: true);
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void ConstantColumn_GivesTheShift()
    {
        var tape = new Tape(2);
        tape.BatchNorm(tape.Input);
        ReadOnlySpan<float> outputs = Run(tape, [2, 3, 0.5f, -1, 0, 0, 1, 1], [7, 8, 7, 8], isTraining: true).Output;
        Assert.Equal([0.5f, -1], outputs[..2].ToArray());
    }

    [Fact]
    public void LayerNorm_OfOneColumn_GivesTheShift_AndModesAgree()
    {
        var tape = new Tape(1);
        tape.LayerNorm(tape.Input);
        Assert.Equal(0.25f, Run(tape, [2, 0.25f], [1e6f], isTraining: false).Output[0]);
        Assert.Equal(0.25f, Run(tape, [2, 0.25f], [1e6f], isTraining: true).Output[0]);
    }

    [Fact]
    public void PointsAreNormalisedTogether()
    {
        var tape = new Tape(1, 2);
        Value sum = tape.SumSets(tape.BatchNorm(tape.Points), 1);
        tape.Join(sum, tape.Input);
        var workspace = new Workspace(tape) { IsTraining = true };
        workspace.Begin(3, [0, 0, 3, 4]).Clear();
        Transpose.PadCleared([1, 0, 2, 0, 3, 0, 6, 0], 2, workspace.Points(0));
        ReadOnlySpan<float> outputs = workspace.Forward(Packed(tape, [1, 1, 0, 0, 0, 0, 1, 1]));
        double deviation = Math.Sqrt(3.5 + BatchNormOperation.Epsilon);
        Assert.Equal(0, outputs[0]);
        Assert.Equal(-3 / deviation, outputs[16], 1e-5);
        Assert.Equal(3 / deviation, outputs[32], 1e-5);
    }

    [Fact]
    public void Dropout_KeepsTheMean_AndDropsTheShareAsked()
    {
        var tape = new Tape(1000);
        tape.Dropout(tape.Input, 0.3);
        float[] ones = new float[20_000];
        Array.Fill(ones, 1f);
        ReadOnlySpan<float> outputs = Run(tape, [], ones, isTraining: true).Output;
        int dropped = outputs.Count(0f) - (20 * (1008 - 1000)); // without padding

        // Standard deviation of the number of dropped elements: sqrt(20000 0.3 0.7) = 65.
        Assert.InRange(dropped, 6000 - 260, 6000 + 260);
        Assert.Equal(20_000 - dropped, outputs.Count(1 / 0.7f));
        Assert.Equal(ones[..1000], Run(tape, [], ones, isTraining: false).Output[..1000].ToArray());
    }

    [Fact]
    public void DropoutOfAll_IsRefused()
    {
        var tape = new Tape(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => tape.Dropout(tape.Input, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tape.Dropout(tape.Input, -0.1));
    }

    private static Tape Network(double dropout = 0.25)
    {
        var tape = new Tape(Features);
        Value first = tape.Dense(tape.BatchNorm(tape.Input), 18, Activation.Tanh);
        Value second = tape.Dense(tape.LayerNorm(tape.Dropout(first, dropout)), 7, Activation.Silu);
        tape.Dense(tape.BatchNorm(second), 2, Activation.Sigmoid);
        return tape;
    }

    private static (float[] Parameters, float[] X) Draw(Tape tape)
    {
        var rng = new Rng(7, "norm test");
        float[] parameters = new float[tape.ParameterCount], x = new float[Rows * Features];
        for (int i = 0; i < parameters.Length; i++)
        {
            double value = Distributions.Gaussian(0, 0.4, ref rng);
            parameters[i] = (float)(IsStatistic(tape, i) ? 0.5 + Math.Abs(value) : value);
        }

        for (int i = 0; i < x.Length; i++)
        {
            x[i] = (float)rng.NextGaussian();
        }

        return (parameters, x);
    }

    private static bool IsStatistic(Tape tape, int parameter) => tape.Operations.OfType<BatchNormOperation>().Any(
        norm => parameter >= norm.ParameterOffset + (2 * norm.Output.Columns)
            && parameter < norm.ParameterOffset + norm.ParameterCount);

    private static NoiseStream? Noise(bool isTraining) => isTraining ? s_noise : null;

    private static PackedParameters Packed(Tape tape, float[] parameters)
    {
        var packed = new PackedParameters(tape);
        packed.Refresh(parameters);
        return packed;
    }

    private static Workspace Run(Tape tape, float[] parameters, float[] x, bool isTraining)
    {
        int features = tape.Input.Columns;
        var workspace = new Workspace(tape) { IsTraining = isTraining, Noise = s_noise };
        Transpose.PadCleared(x, features, workspace.Begin(x.Length / features));
        workspace.Forward(Packed(tape, parameters));
        return workspace;
    }

    private static void Backward(
        Tape tape, PackedParameters packed, LaneGradients sums, float[] x, bool accumulate, bool isTraining)
    {
        int features = tape.Input.Columns, rows = x.Length / features, outputs = tape.Output.Columns;
        var workspace = new Workspace(tape) { IsTraining = isTraining, Noise = s_noise };
        Transpose.PadCleared(x, features, workspace.Begin(rows));
        workspace.Forward(packed);
        Span<float> dy = workspace.BeginGradient();
        for (int i = 0; i < rows * outputs; i++)
        {
            dy[(i / outputs * 16) + (i % outputs)] = (float)Coefficient(i / outputs, i % outputs);
        }

        workspace.Backward(packed, sums, 0, accumulate);
    }

    // The scalar whose gradient is taken: sum over rows and outputs of sin(row + 1)(column + 0.5) y.
    private static double Coefficient(int row, int column) => Math.Sin(row + 1) * (column + 0.5);

    private static (float[] Gradient, LaneGradients Sums) Gradient(
        Tape tape, float[] parameters, float[] x, bool isTraining)
    {
        var sums = new LaneGradients(tape, lanes: 1);
        Backward(tape, Packed(tape, parameters), sums, x, accumulate: false, isTraining);
        float[] gradient = new float[parameters.Length];
        sums.CopyTo(gradient);
        return (gradient, sums);
    }

    private static double Weighted(
        Tape tape, float[] parameters, float[] x, (int Index, double Shift) change, bool isTraining)
    {
        double[] shifted = Double(parameters);
        shifted[change.Index] += change.Shift;
        double[] y = ReferenceNorms.Outputs(tape, shifted, Double(x), Noise(isTraining));
        return y.Select((value, i) => Coefficient(i / 2, i % 2) * value).Sum();
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
