namespace Moliere.Tagging.Inference;

/// <summary>
/// What the densities of <see cref="SyntheticMixture"/> say by quadrature, without a random number: the best that any
/// summary can do, and what bins of the optimal classifier do.
/// </summary>
/// <source>
/// de Castro and Dorigo, arXiv:1806.04743, equations 18 to 21 and table 1, rows "analytical likelihood" and "optimal
/// classifier".
/// </source>
public static class ExactReferences
{
    private const double Low0 = -13, High0 = 17, High1 = 24; // less than 1e-10 of either density lies beyond
    private const double Slice = 0.1, Last = 8; // of x2: half the step changes no uncertainty by 0.004
    private const double Nothing = 40; // of x2: less than 1e-34 of either density lies beyond

    private static readonly Lazy<FisherInformation> s_densities = new(OfDensities);

    /// <summary>Expected uncertainty of s from the extended likelihood of the densities themselves.</summary>
    /// <param name="benchmark">Free parameters.</param>
    public static double Likelihood(InferenceBenchmark benchmark) => s_densities.Value.Uncertainty(benchmark);

    /// <summary>Templates of the optimal classifier p = f_s / (f_s + f_b) in equal bins of p.</summary>
    /// <param name="bins">K, at least 2.</param>
    public static CountTemplates OptimalClassifier(int bins)
    {
        CountTemplates templates = CountTemplates.Empty(bins);
        Span<double> cell = stackalloc double[5];
        foreach (Column column in Plane(0.05))
        {
            double offset = SyntheticMixture.LogRatio(column.X0, column.X1, 0), from = 0;
            for (int bin = 0; bin < bins && from < Nothing; bin++)
            {
                // The ratio grows with x2 as exp x2, so that an edge in p is an edge in x2.
                double p = (bin + 1.0) / bins;
                double to = bin + 1 == bins ? double.PositiveInfinity : Math.Max(0, Math.Log(p / (1 - p)) - offset);
                column.Integrate(from, to, cell);
                templates.Counts[bin] += cell[0];
                for (int a = 0; a < templates.Slopes.Length; a++)
                {
                    templates.Slopes[a][bin] += cell[1 + a];
                }

                from = to;
            }
        }

        return templates;
    }

    // Counts in cells that are small against everything the densities do.
    private static FisherInformation OfDensities()
    {
        var information = new FisherInformation();
        Span<double> cell = stackalloc double[5];
        foreach (Column column in Plane(0.2))
        {
            for (double x2 = 0; x2 <= Last; x2 += Slice)
            {
                column.Integrate(x2, x2 + Slice > Last ? double.PositiveInfinity : x2 + Slice, cell);
                information.Add(cell[0], cell[1..]);
            }
        }

        return information;
    }

    // Half the plane, twice the area: nothing depends on the sign of x1.
    private static IEnumerable<Column> Plane(double step)
    {
        for (double x0 = Low0; x0 < High0; x0 += step)
        {
            for (double x1 = 0.5 * step; x1 < High1; x1 += step)
            {
                double area = 2 * step * step;
                yield return new(
                    x0, x1, SyntheticMixture.PlaneSignal(x0, x1) * area,
                    SyntheticMixture.PlaneBackground(x0, x1) * area);
            }
        }
    }

    // Everything above a small square of the plane, for one signal and one background event expected in all.
    private readonly record struct Column(double X0, double X1, double Signal, double Background)
    {
        // Count, then its derivatives by s, r, lambda and b.
        public void Integrate(double from, double to, Span<double> cell)
        {
            const double rate = SyntheticMixture.BackgroundRate, count = SyntheticMixture.BackgroundCount;
            double signal = Signal * (Tail(SyntheticMixture.SignalRate, from) - Tail(SyntheticMixture.SignalRate, to));
            double background = Background * (Tail(rate, from) - Tail(rate, to));
            cell[0] = (SyntheticMixture.SignalCount * signal) + (count * background);
            cell[1] = signal;
            cell[2] = count * background * (X0 - SyntheticMixture.Centre) / SyntheticMixture.Variance0;
            cell[3] = count * Background * (TailSlope(rate, from) - TailSlope(rate, to));
            cell[4] = background;
        }

        private static double Tail(double rate, double x) => Math.Exp(-rate * x);

        private static double TailSlope(double rate, double x) =>
            double.IsPositiveInfinity(x) ? 0 : -x * Math.Exp(-rate * x);
    }
}
