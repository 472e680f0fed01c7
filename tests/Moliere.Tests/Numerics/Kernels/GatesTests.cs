using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class GatesTests
{
    private const int Rows = 5;

    public static TheoryData<int> Strides => [16, 32, 48];

    [Theory]
    [MemberData(nameof(Strides))]
    public void LstmRows_EqualTheirDefinition(int stride)
    {
        float[] z = Draw(4 * stride, 1, 4), before = Draw(stride, 2, 1), gates = [.. z];
        (float[] memory, float[] bounded, float[] state) = (Filled(stride), Filled(stride), Filled(stride));
        LstmGates.Rows(gates, before, memory, bounded, state, stride);
        for (int k = 0; k < state.Length; k++)
        {
            int at = (k / stride * 4 * stride) + (k % stride);
            (double c, double h) = ReferenceGates.Lstm(
                z[at], z[at + stride], z[at + (2 * stride)], z[at + (3 * stride)], before[k]);
            Assert.Equal(c, memory[k], 1e-6);
            Assert.Equal(Math.Tanh(c), bounded[k], 1e-6);
            Assert.Equal(h, state[k], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Strides))]
    public void LstmRowsGradient_EqualsCentralDifferences(int stride)
    {
        float[] z = Draw(4 * stride, 1, 1), before = Draw(stride, 2, 1), gates = [.. z];
        float[] dh = Draw(stride, 3, 1), dc = Draw(stride, 4, 1), found = Filled(stride);
        (float[] memory, float[] bounded, float[] state) = (Filled(stride), Filled(stride), Filled(stride));
        LstmGates.Rows(gates, before, memory, bounded, state, stride);
        LstmGates.RowsGradient(gates, before, bounded, dh, dc, found, stride);
        for (int k = 0; k < state.Length; k++)
        {
            int unit = k, at = (k / stride * 4 * stride) + (k % stride);
            for (int gate = 0; gate < 4; gate++)
            {
                Assert.Equal(Slope(h => Value(gate, h)), gates[at + (gate * stride)], 1e-5);
            }

            Assert.Equal(Slope(h => Value(4, h)), found[k], 1e-5);

            double Value(int moved, double shift)
            {
                double Of(int gate) => z[at + (gate * stride)] + (moved == gate ? shift : 0);
                (double c, double h) = ReferenceGates.Lstm(
                    Of(0), Of(1), Of(2), Of(3), before[unit] + (moved == 4 ? shift : 0));
                return (c * dc[unit]) + (h * dh[unit]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Strides))]
    public void GruRowsAndGradient_EqualTheirDefinition(int stride)
    {
        float[] z = Draw(3 * stride, 1, 1), s = Draw(3 * stride, 2, 1), before = Draw(stride, 3, 1);
        float[] gates = [.. z], sums = [.. s], dh = Draw(stride, 4, 1), state = Filled(stride);
        var found = new float[dh.Length];
        GruGates.Rows(gates, sums, before, state, stride);
        GruGates.RowsGradient(gates, sums, before, dh, found, stride);
        for (int k = 0; k < state.Length; k++)
        {
            int unit = k, at = (k / stride * 3 * stride) + (k % stride);
            Assert.Equal(Value(-1, 0) / dh[k], state[k], 1e-5);
            for (int gate = 0; gate < 3; gate++)
            {
                Assert.Equal(Slope(h => Value(gate, h)), gates[at + (gate * stride)], 1e-5);
                Assert.Equal(Slope(h => Value(3 + gate, h)), sums[at + (gate * stride)], 1e-5);
            }

            // The share of the state before that does not pass through the sums.
            Assert.Equal(Slope(h => Value(6, h)), found[k], 1e-5);

            double Value(int moved, double shift)
            {
                double Z(int gate) => z[at + (gate * stride)] + (moved == gate ? shift : 0);
                double S(int gate) => s[at + (gate * stride)] + (moved == 3 + gate ? shift : 0);
                return dh[unit] * ReferenceGates.Gru(
                    (Z(0), Z(1), Z(2)), (S(0), S(1), S(2)), before[unit] + (moved == 6 ? shift : 0));
            }
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void FarSums_Saturate(float far)
    {
        float[] gates = [.. Enumerable.Repeat(far, 64)], state = new float[16], memory = new float[16];
        LstmGates.Rows(gates, new float[16], memory, new float[16], state, 16);
        Assert.All(state, value => Assert.Equal(far > 0 ? Math.Tanh(1) : 0, value, 1e-6));
    }

    [Fact]
    public void NaN_StaysNaN()
    {
        float[] gates = new float[64], state = new float[16];
        gates[3] = float.NaN;
        LstmGates.Rows(gates, [], new float[16], new float[16], state, 16);
        Assert.True(float.IsNaN(state[3]));
        Assert.Equal(0, state[2]);
    }

    private static double Slope(Func<double, double> value) => (value(1e-5) - value(-1e-5)) / 2e-5;

    private static float[] Draw(int columns, ulong stream, double spread)
    {
        var rng = new Rng(5, "gates", stream);
        var values = new float[Rows * columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(spread * rng.NextGaussian());
        }

        return values;
    }

    private static float[] Filled(int columns) => [.. Enumerable.Repeat(float.NaN, Rows * columns)];
}
