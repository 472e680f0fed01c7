using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Row numbers in the order of the leaves they are in, ascending within a leaf: a split moves the rows of its node to
/// the left and right part of their range, keeping their order.
/// </summary>
internal sealed class RowPartition(BinnedMatrix matrix, WorkerTeam team)
{
    private readonly int[] _scratch = new int[matrix.RowCount];
    private int[] _lefts = [];

    /// <summary>The row numbers; those of a leaf are neighbours.</summary>
    public int[] Rows { get; } = new int[matrix.RowCount];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Starts with all rows in the root.</summary>
    public void TakeAll()
    {
        Count = Rows.Length;
        for (int row = 0; row < Rows.Length; row++)
        {
            Rows[row] = row;
        }
    }

    /// <summary>Starts with some rows in the root.</summary>
    /// <param name="isTaken">Whether a row is among them [N].</param>
    public void Take(bool[] isTaken)
    {
        Count = 0;
        for (int row = 0; row < isTaken.Length; row++)
        {
            Rows[Count] = row;
            Count += isTaken[row] ? 1 : 0;
        }
    }

    /// <summary>Splits nodes.</summary>
    /// <param name="nodes">Nodes with a split; their ranges do not overlap.</param>
    /// <returns>For each node the first row of its right part.</returns>
    public int[] Split(IReadOnlyList<GrowingNode> nodes)
    {
        var works = new List<Work>();
        for (int i = 0; i < nodes.Count; i++)
        {
            byte[] side = Sides(nodes[i].Split);
            for (int first = nodes[i].First; first < nodes[i].End; first += Pieces.Rows)
            {
                works.Add(new(i, nodes[i], side, first, Math.Min(nodes[i].End, first + Pieces.Rows)));
            }
        }

        _lefts = _lefts.Length < works.Count ? new int[works.Count] : _lefts;
        team.Deal(works.Count, (i, _) => _lefts[i] = Part(works[i]));
        return Join(nodes, works);
    }

    // 1 for each bin that goes left: one look-up per row, whatever missing values do.
    private byte[] Sides(NodeSplit split)
    {
        byte[] side = new byte[GradientHistogram.Bins];
        side.AsSpan(0, split.Bin + 1).Fill(1);
        if (matrix.Cuts[split.Feature].HasMissing)
        {
            side[FeatureCuts.MissingBin] = (byte)(split.MissingLeft ? 1 : 0);
        }

        return side;
    }

    private int Part(Work work)
    {
        int feature = work.Node.Split.Feature;
        return RowSides.Part(
            Rows.AsSpan(work.First, work.End - work.First), matrix.Block(feature / GradientHistogram.Lanes),
            feature % GradientHistogram.Lanes, work.Side, _scratch.AsSpan(work.First));
    }

    private int[] Join(IReadOnlyList<GrowingNode> nodes, List<Work> works)
    {
        int[] middles = [.. nodes.Select(node => node.First)];
        for (int i = 0; i < works.Count; i++)
        {
            middles[works[i].Number] += _lefts[i];
        }

        int[] leftEnds = [.. nodes.Select(node => node.First)], rightEnds = [.. middles];
        for (int i = 0; i < works.Count; i++)
        {
            (int number, int lefts) = (works[i].Number, _lefts[i]);
            (works[i].LeftTo, works[i].RightTo) = (leftEnds[number], rightEnds[number]);
            leftEnds[number] += lefts;
            rightEnds[number] += works[i].End - works[i].First - lefts;
        }

        team.Deal(works.Count, (i, _) => Move(works[i], _lefts[i]));
        return middles;
    }

    private void Move(Work work, int lefts)
    {
        ReadOnlySpan<int> parted = _scratch.AsSpan(work.First, work.End - work.First);
        parted[..lefts].CopyTo(Rows.AsSpan(work.LeftTo));
        Span<int> rights = Rows.AsSpan(work.RightTo, parted.Length - lefts);
        parted[lefts..].CopyTo(rights);
        rights.Reverse();
    }

    private sealed record Work(int Number, GrowingNode Node, byte[] Side, int First, int End)
    {
        public int LeftTo { get; set; }

        public int RightTo { get; set; }
    }
}
