using Moliere.Numerics.Fits;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Negative logarithm of the likelihood of expected counts as a function of s, at its minimum over all other free
/// parameters, above its least value; templates are linear in the parameters.
/// </summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1, figure 4b; Cowan et al., arXiv:1007.1727, sec. 2.1.
/// </source>
public static class ProfileCurve
{
    private const int MostSteps = 50;
    private const double Tolerance = 1e-9; // of -ln L, far below what a curve shows

    /// <summary>The curve at some values of s.</summary>
    /// <param name="templates">Counts at the nominal parameters, which are taken for the observation.</param>
    /// <param name="benchmark">Free parameters.</param>
    /// <param name="signal">Values of s; the nominal one is 50.</param>
    /// <returns>One number per value of s, 0 at the nominal one; infinite where the model has no likelihood.</returns>
    public static double[] Evaluate(
        CountTemplates templates, InferenceBenchmark benchmark, IReadOnlyList<double> signal)
    {
        var fit = new Fit(templates, benchmark);
        double best = fit.Value(new double[benchmark.Parameters.Count]);
        return [.. signal.Select(s => fit.Profile(s - SyntheticMixture.SignalCount) - best)];
    }

    private sealed class Fit(CountTemplates templates, InferenceBenchmark benchmark)
    {
        private readonly int _free = benchmark.Parameters.Count;

        // Scoring over the nuisances; a step that does not lower -ln L is halved.
        public double Profile(double signal)
        {
            var here = new double[_free];
            here[0] = signal;
            double value = Value(here);
            for (int step = 0; step < MostSteps && _free > 1 && double.IsFinite(value); step++)
            {
                double[] move = Move(here);
                double factor = 1, there;
                double[] next;
                do
                {
                    next = [.. here.Select((x, a) => a == 0 ? x : x + (factor * move[a - 1]))];
                    there = Value(next);
                    factor *= 0.5;
                }
                while (!(there <= value) && factor > 1e-6);
                if (!(there < value - Tolerance))
                {
                    break;
                }

                (here, value) = (next, there);
            }

            return value;
        }

        public double Value(double[] offsets)
        {
            double sum = 0;
            for (int bin = 0; bin < templates.Counts.Length; bin++)
            {
                double expected = Expected(offsets, bin), observed = templates.Counts[bin];
                bool isPossible = observed > 0 ? expected > 0 : expected >= 0;
                double logarithm = observed > 0 ? observed * Math.Log(expected) : 0;
                sum += isPossible ? expected - logarithm : double.PositiveInfinity;
            }

            return sum + offsets.Select((x, a) => 0.5 * Math.Pow(x / benchmark.Constraints[a], 2)).Sum();
        }

        private double Expected(double[] offsets, int bin) =>
            templates.Counts[bin] + offsets.Select((x, a) => x * Slope(a, bin)).Sum();

        private double Slope(int a, int bin) => templates.Slopes[(int)benchmark.Parameters[a]][bin];

        private double[] Move(double[] offsets)
        {
            int nuisances = _free - 1;
            (double[,] information, double[] score) = (new double[nuisances, nuisances], new double[nuisances]);
            for (int a = 0; a < nuisances; a++)
            {
                double width = benchmark.Constraints[1 + a] * benchmark.Constraints[1 + a];
                (information[a, a], score[a]) = (1 / width, -offsets[1 + a] / width);
            }

            for (int bin = 0; bin < templates.Counts.Length; bin++)
            {
                double expected = Expected(offsets, bin), observed = templates.Counts[bin];
                double ratio = observed > 0 ? observed / expected : 0;
                for (int a = 0; a < nuisances; a++)
                {
                    score[a] += Slope(1 + a, bin) * (ratio - 1);
                    for (int b = 0; b < nuisances && observed > 0; b++)
                    {
                        information[a, b] += Slope(1 + a, bin) * Slope(1 + b, bin) / expected;
                    }
                }
            }

            return NormalMatrix.Solve(information, score, damping: 0) ?? new double[nuisances];
        }
    }
}
