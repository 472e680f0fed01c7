using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

/// <summary>A recurrent layer in double precision, list by list, point by point, unit by unit.</summary>
internal sealed class ReferenceUnit(RecurrentOperation layer, double[] own)
{
    private readonly int _features = layer.Input.Columns;
    private readonly int _units = layer.Units;
    private readonly int _wide = layer.Gates * layer.Units;

    public double[] Run(double[] x, int[] offsets)
    {
        var last = new List<double>();
        var all = new List<double>();
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            double[] state = new double[_units], memory = new double[_units];
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                (state, memory) = Step(x[(i * _features)..((i + 1) * _features)], state, memory);
                all.AddRange(state);
            }

            last.AddRange(state);
        }

        return layer.IsSequence ? [.. all] : [.. last];
    }

    private (double[] State, double[] Memory) Step(double[] point, double[] state, double[] memory)
    {
        int weights = (_features + _units) * _wide;
        double[] z = Sums(point, 0, weights), next = new double[_units], kept = new double[_units];
        double[] s = Sums(state, _features * _wide, layer.Biases == 2 ? weights + _wide : null);
        for (int j = 0; j < _units; j++)
        {
            double Z(int gate) => z[(gate * _units) + j];
            double S(int gate) => s[(gate * _units) + j];
            if (layer is LstmOperation)
            {
                (kept[j], next[j]) = ReferenceGates.Lstm(Z(0) + S(0), Z(1) + S(1), Z(2) + S(2), Z(3) + S(3), memory[j]);
            }
            else
            {
                next[j] = ReferenceGates.Gru((Z(0), Z(1), Z(2)), (S(0), S(1), S(2)), state[j]);
            }
        }

        return (next, kept);
    }

    private double[] Sums(double[] x, int weights, int? bias)
    {
        double[] start = bias is int at ? own[at..(at + _wide)] : new double[_wide];
        return ReferenceMatMul.Multiply(x, own[weights..(weights + (x.Length * _wide))], start, 1, _wide);
    }
}
