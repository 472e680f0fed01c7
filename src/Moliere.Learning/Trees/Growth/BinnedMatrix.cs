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
        var cuts = new FeatureCuts[rows.FeatureCount];
        team.Deal(cuts.Length, (feature, _) => cuts[feature] = BinMapper.Cut(rows, feature, bins));
        int count = (cuts.Length + GradientHistogram.Lanes - 1) / GradientHistogram.Lanes;
        byte[][] blocks = [.. Enumerable.Range(0, count)
            .Select(_ => new byte[rows.RowCount * GradientHistogram.Lanes])];
        team.Deal(cuts.Length, (feature, _) => Bin(
            rows, feature, cuts[feature], blocks[feature / GradientHistogram.Lanes]));
        return new(cuts, blocks, rows.RowCount);
    }

    private static void Bin(TreeRows rows, int feature, FeatureCuts cuts, byte[] block)
    {
        int to = feature % GradientHistogram.Lanes;
        for (int row = 0, from = feature; row < rows.RowCount; row++)
        {
            block[to] = cuts.BinOf(rows.Features[from]);
            (from, to) = (from + rows.FeatureCount, to + GradientHistogram.Lanes);
        }
    }
}
