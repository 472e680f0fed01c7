namespace Moliere.Tagging.Inference;

/// <summary>Expected counts in the bins of a summary, and how they follow each parameter to first order.</summary>
/// <param name="Counts">Expected counts n [K] at the nominal parameters.</param>
/// <param name="Slopes">Derivatives of n by each <see cref="InferenceParameter"/> [4, K].</param>
/// <source>de Castro and Dorigo, arXiv:1806.04743, equations 4 to 7.</source>
public sealed record CountTemplates(double[] Counts, double[][] Slopes)
{
    /// <summary>Expected uncertainty of the signal count, the other free parameters profiled.</summary>
    /// <param name="benchmark">Free parameters.</param>
    /// <returns>In events; NaN where the counts cannot tell the parameters apart.</returns>
    public double Uncertainty(InferenceBenchmark benchmark)
    {
        var information = new FisherInformation();
        Span<double> slopes = stackalloc double[Slopes.Length];
        for (int bin = 0; bin < Counts.Length; bin++)
        {
            for (int a = 0; a < slopes.Length; a++)
            {
                slopes[a] = Slopes[a][bin];
            }

            information.Add(Counts[bin], slopes);
        }

        return information.Uncertainty(benchmark);
    }

    /// <summary>Templates without a count.</summary>
    /// <param name="bins">K.</param>
    internal static CountTemplates Empty(int bins) =>
        new(new double[bins], [.. Enum.GetValues<InferenceParameter>().Select(_ => new double[bins])]);
}
