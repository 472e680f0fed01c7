namespace Moliere.Validation.Metrics;

/// <summary>Makes the figures of many bins on many threads; their bits and their order do not depend on it.</summary>
internal static class FigureFilling
{
    /// <summary>Fills all blocks and returns their entries in order.</summary>
    /// <param name="blocks">Subjects on axes.</param>
    /// <param name="weights">Event weight of every row.</param>
    /// <param name="bootstrap">Replicas.</param>
    /// <param name="options">Smallest bin, threads.</param>
    public static IReadOnlyList<FigureEntry> Fill(
        IReadOnlyList<FigureBlock> blocks, float[] weights, BootstrapCounts bootstrap, MetricsOptions options)
    {
        // Largest bins first, so that no thread is left alone with one of them at the end.
        (FigureBlock Block, int Bin)[] tasks = [.. blocks
            .SelectMany(block => Enumerable.Range(0, block.Bins.Rows.Length).Select(bin => (Block: block, Bin: bin)))
            .Where(task => task.Block.Bins.Rows[task.Bin].Length >= options.MinimumEntries)
            .OrderByDescending(task => task.Block.Bins.Rows[task.Bin].Length)];
        var next = -1;
        Parallel.For(0, Math.Max(1, options.Threads), new() { MaxDegreeOfParallelism = options.Threads }, _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < tasks.Length; i = Interlocked.Increment(ref next))
            {
                (FigureBlock block, int bin) = tasks[i];
                var figures = new BinFigures(block.Bins.Rows[bin], weights, bootstrap);
                block.Subject.Judge(figures);
                block.Figures[bin] = figures;
            }
        });
        return [.. blocks.SelectMany(block => block.Entries())];
    }

    /// <summary>The weights of a sample, 1 where it has none.</summary>
    public static float[] WeightsOf(ValidationSample sample)
    {
        if (sample.Weights is { } weights)
        {
            return weights;
        }

        var ones = new float[sample.Rows];
        Array.Fill(ones, 1);
        return ones;
    }
}
