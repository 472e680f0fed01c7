using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Features as bins of one byte, in blocks of eight columns: the bins of a row in a block are neighbours, so that one
/// row costs one cache line per block.
/// </summary>
internal sealed class BinnedMatrix
{
    private readonly byte[][] _blocks;

    private BinnedMatrix(FeatureCuts[] cuts, byte[][] blocks, int rows) =>
        (Cuts, _blocks, RowCount) = (cuts, blocks, rows);

    /// <summary>How each feature is cut [F].</summary>
    public FeatureCuts[] Cuts { get; }

    /// <summary>Rows N.</summary>
    public int RowCount { get; }

    /// <summary>Blocks of eight columns; the last may be partly empty.</summary>
    public int BlockCount => _blocks.Length;

    /// <summary>Columns that a block uses.</summary>
    public int LanesOf(int block) => Math.Min(GradientHistogram.Lanes, Cuts.Length - (block * GradientHistogram.Lanes));

    /// <summary>Bins of a block [N, 8].</summary>
    public ReadOnlySpan<byte> Block(int block) => _blocks[block];

    /// <summary>Cuts all features and bins all rows.</summary>
    public static BinnedMatrix Of(TreeRows rows, int bins, WorkerTeam team)
    {
        int count = (rows.FeatureCount + GradientHistogram.Lanes - 1) / GradientHistogram.Lanes;
        byte[][] blocks = [.. Enumerable.Range(0, count)
            .Select(_ => new byte[rows.RowCount * GradientHistogram.Lanes])];
        var cuts = new FeatureCuts[rows.FeatureCount];
        BinMapper[] mappers = [.. Enumerable.Range(0, team.Size).Select(_ => new BinMapper(rows, bins))];
        team.Deal(cuts.Length, (feature, worker) =>
        {
            Span<byte> block = blocks[feature / GradientHistogram.Lanes];
            int lane = feature % GradientHistogram.Lanes;
            cuts[feature] = mappers[worker].Map(feature, block[lane..], GradientHistogram.Lanes);
        });
        return new(cuts, blocks, rows.RowCount);
    }
}
