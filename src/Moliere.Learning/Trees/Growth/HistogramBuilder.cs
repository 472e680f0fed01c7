using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Fills the histograms of nodes from their rows. Work is cut by node, block of columns and rows; whoever is first
/// adds first, since integer sums do not mind.
/// </summary>
internal sealed class HistogramBuilder
{
    private const int RowsAtOnce = 1 << 15; // a private block of sums costs as much as 4096 rows of eight columns

    private readonly BinnedMatrix _matrix;
    private readonly WorkerTeam _team;
    private readonly long[][] _parts;
    private readonly Stack<NodeHistogram> _free = [];

    public HistogramBuilder(BinnedMatrix matrix, WorkerTeam team)
    {
        (_matrix, _team) = (matrix, team);
        _parts = [.. Enumerable.Range(0, team.Size).Select(_ => new long[GradientHistogram.Length])];
    }

    /// <summary>Gives nodes histograms of their rows.</summary>
    /// <param name="nodes">Nodes without a histogram.</param>
    /// <param name="rows">Rows of all nodes.</param>
    /// <param name="gradients">Of the tree.</param>
    public void Build(IReadOnlyList<GrowingNode> nodes, int[] rows, FixedGradients gradients)
    {
        var works = new List<Work>();
        foreach (GrowingNode node in nodes)
        {
            node.Histogram = _free.TryPop(out NodeHistogram? used) ? used : new(_matrix.BlockCount);
            Plan(node, works);
        }

        _team.Deal(works.Count, (i, worker) => Do(works[i], rows, gradients.Pairs, _parts[worker]));
    }

    /// <summary>Takes back the histogram of a node that does not need it any more.</summary>
    public void Release(GrowingNode node)
    {
        if (node.Histogram is { } histogram)
        {
            _free.Push(histogram);
            node.Histogram = null;
        }
    }

    private void Plan(GrowingNode node, List<Work> works)
    {
        int parts = Math.Max(1, (node.Count + (RowsAtOnce / 2)) / RowsAtOnce);
        for (int block = 0; block < _matrix.BlockCount; block++)
        {
            for (int part = 0; part < parts; part++)
            {
                int first = node.First + (int)((long)node.Count * part / parts);
                int end = node.First + (int)((long)node.Count * (part + 1) / parts);
                works.Add(new(node.Histogram!, block, first, end, parts == 1));
            }

            if (parts > 1)
            {
                node.Histogram!.Block(block).Clear();
            }
        }
    }

    private void Do(Work work, int[] rows, int[] pairs, long[] part)
    {
        Span<long> sums = work.IsWhole ? work.Histogram.Block(work.Block) : part;
        sums.Clear();
        GradientHistogram.Add(
            rows.AsSpan(work.First, work.End - work.First), _matrix.Block(work.Block), pairs,
            _matrix.LanesOf(work.Block), sums);
        if (!work.IsWhole)
        {
            lock (work.Histogram)
            {
                work.Histogram.Add(work.Block, part);
            }
        }
    }

    private sealed record Work(NodeHistogram Histogram, int Block, int First, int End, bool IsWhole);
}
