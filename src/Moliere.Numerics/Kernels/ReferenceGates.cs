namespace Moliere.Numerics.Kernels;

/// <summary>
/// The definition of <see cref="LstmGates"/> and <see cref="GruGates"/>: one unit in double precision.
/// </summary>
internal static class ReferenceGates
{
    /// <summary>c' and h of a long short-term memory from its sums (i, f, g, o).</summary>
    public static (double Memory, double State) Lstm(double i, double f, double g, double o, double memory)
    {
        double next = (Sigmoid(f) * memory) + (Sigmoid(i) * Math.Tanh(g));
        return (next, Sigmoid(o) * Math.Tanh(next));
    }

    /// <summary>h' of a gated recurrent unit from the sums z of the point and s of the state, (r, u, n) each.</summary>
    public static double Gru(
        (double R, double U, double N) z, (double R, double U, double N) s, double state)
    {
        double u = Sigmoid(z.U + s.U);
        return ((1 - u) * Math.Tanh(z.N + (Sigmoid(z.R + s.R) * s.N))) + (u * state);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
