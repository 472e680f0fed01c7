namespace Moliere.Validation.Metrics;

/// <summary>
/// Judges methods on a sample: linearity, resolution, pulls and the calibration of the predicted spread, of the
/// whole sample, in bins, and with 95 % bootstrap intervals. Bits do not depend on the number of threads.
/// </summary>
/// <source>Physics notes, sections 1.5 and 1.7.</source>
public static class ResponseValidation
{
    /// <summary>Makes all figures, ordered by axis (whole sample first), bin, method, metric.</summary>
    /// <param name="sample">Columns and methods.</param>
    /// <param name="axes">Axes, such as <see cref="ClusterAxes.Standard"/>.</param>
    /// <param name="options">Seed, replicas, threads.</param>
    /// <exception cref="ArgumentException">Columns of different length, or an axis without column.</exception>
    public static IReadOnlyList<FigureEntry> Evaluate(
        ValidationSample sample, IReadOnlyList<BinAxis> axes, MetricsOptions options)
    {
        sample.Check();
        float[] weights = sample.Weights ?? Ones(sample.Rows);
        int[] valid = BinnedRows.Valid(sample.Target);
        BootstrapCounts bootstrap = BootstrapCounts.Draw(sample.Events, sample.Rows, options);
        MethodColumns[] methods =
            [.. sample.Methods.Select(method => new MethodColumns(sample, method.Predictions, weights))];

        var blocks = new List<FigureBlock>();
        AddBlocks(blocks, new BinnedRows(null, [valid], [double.NaN]), methods.Length);
        foreach (BinAxis axis in axes)
        {
            AddBlocks(blocks, BinnedRows.Of(axis, sample.Variable(axis.Variable), valid), methods.Length);
        }

        for (int m = 0; m < methods.Length; m++)
        {
            if (methods[m].Sigma is { } sigma)
            {
                blocks.Add(new FigureBlock(BinnedRows.OfSpread(sigma, valid, options.SpreadBins), m));
            }
        }

        Fill(blocks, methods, bootstrap, options);
        return [.. blocks.SelectMany(block => block.Entries(sample.Methods[block.Method].Name, methods[block.Method]))];
    }

    private static void AddBlocks(List<FigureBlock> blocks, BinnedRows bins, int methods)
    {
        for (int m = 0; m < methods; m++)
        {
            blocks.Add(new FigureBlock(bins, m));
        }
    }

    private static void Fill(
        List<FigureBlock> blocks, MethodColumns[] methods, BootstrapCounts bootstrap, MetricsOptions options)
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
                block.Figures[bin] = BinFigures.Make(block.Bins.Rows[bin], methods[block.Method], bootstrap);
            }
        });
    }

    private static float[] Ones(int rows)
    {
        var ones = new float[rows];
        Array.Fill(ones, 1);
        return ones;
    }
}
