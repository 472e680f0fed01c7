using Moliere.Learning.Training;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Simulated events as <see cref="SummaryLoss"/> takes them. A group is one signal event, one background event, and the
/// same background event with each free nuisance of the densities moved up and down.
/// </summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1: r and lambda as transformations of the input.</source>
public static class SummarySample
{
    internal const double ShiftStep = 0.2, RateStep = 0.3; // a difference differs by 0.2 % from a derivative

    /// <summary>Rows of a group: 2, 4 or 6.</summary>
    /// <param name="benchmark">Free parameters.</param>
    public static int GroupSize(InferenceBenchmark benchmark) => 2 + (2 * Moved(benchmark).Count());

    /// <summary>Draws events.</summary>
    /// <param name="benchmark">Free parameters.</param>
    /// <param name="events">Signal events, and as many of background; at least 1.</param>
    /// <param name="seed">Seed of the sample.</param>
    public static CoupledRows Draw(InferenceBenchmark benchmark, int events, ulong seed)
    {
        int size = GroupSize(benchmark), width = 1 + benchmark.Parameters.Count, rows = events * size;
        float[] features = new float[rows * SyntheticMixture.FeatureCount], context = new float[rows * width];
        float[] pattern = Contributions(benchmark, size);
        for (int group = 0; group < events; group++)
        {
            Span<float> own = features.AsSpan(
                group * size * SyntheticMixture.FeatureCount, size * SyntheticMixture.FeatureCount);
            Fill(benchmark, seed, (ulong)group, own);
            pattern.CopyTo(context.AsSpan(group * size * width));
        }

        return new(new DataSet(features, SyntheticMixture.FeatureCount, new float[rows], null), size, context, width);
    }

    private static IEnumerable<InferenceParameter> Moved(InferenceBenchmark benchmark) => benchmark.Parameters
        .Where(parameter => parameter is InferenceParameter.Shift or InferenceParameter.Rate);

    private static void Fill(InferenceBenchmark benchmark, ulong seed, ulong index, Span<float> group)
    {
        const int size = SyntheticMixture.FeatureCount;
        SyntheticMixture.Signal(seed, index, group);
        SyntheticMixture.Background(seed, index, 0, SyntheticMixture.BackgroundRate, group[size..]);
        int row = 2;
        foreach (InferenceParameter parameter in Moved(benchmark))
        {
            foreach (int sign in (ReadOnlySpan<int>)[1, -1])
            {
                (double shift, double rate) = Move(parameter, sign);
                SyntheticMixture.Background(seed, index, shift, rate, group[(size * row++)..]);
            }
        }

        for (row = 0; row * size < group.Length; row++)
        {
            SyntheticMixture.ScaleInPlace(group.Slice(row * size, size));
        }
    }

    /// <summary>Nuisances with one of them moved by a step up (+1) or down (-1).</summary>
    internal static (double Shift, double Rate) Move(InferenceParameter parameter, int sign) =>
        parameter == InferenceParameter.Shift
            ? (sign * ShiftStep, SyntheticMixture.BackgroundRate)
            : (0, SyntheticMixture.BackgroundRate + (sign * RateStep));

    // What each row of a group adds to the counts and to their derivative by each free parameter.
    private static float[] Contributions(InferenceBenchmark benchmark, int size)
    {
        int width = 1 + benchmark.Parameters.Count;
        var pattern = new float[size * width];
        (pattern[0], pattern[1]) = ((float)SyntheticMixture.SignalCount, 1);
        pattern[width] = (float)SyntheticMixture.BackgroundCount;
        int row = 2;
        for (int a = 1; a < benchmark.Parameters.Count; a++)
        {
            InferenceParameter parameter = benchmark.Parameters[a];
            if (parameter == InferenceParameter.Background)
            {
                pattern[width + 1 + a] = 1;
                continue;
            }

            double step = parameter == InferenceParameter.Shift ? ShiftStep : RateStep;
            float slope = (float)(SyntheticMixture.BackgroundCount / (2 * step));
            pattern[(row++ * width) + 1 + a] = slope;
            pattern[(row++ * width) + 1 + a] = -slope;
        }

        return pattern;
    }
}
