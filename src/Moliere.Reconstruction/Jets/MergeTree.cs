using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// How the inputs of one event came together. Nodes 0 to N-1 are the inputs in their order, the following ones arise
/// from two earlier nodes each; a root is a node that was declared a jet.
/// </summary>
/// <source>The clustering sequence of FastJet, arXiv:1111.6097.</source>
public sealed class MergeTree
{
    private PseudoJet[] _nodes = [];
    private MergeStep[] _steps = [];
    private int[] _pending = [];

    internal MergeTree(JetDefinition definition) => Definition = definition;

    /// <summary>Algorithm and radius of the clustering.</summary>
    public JetDefinition Definition { get; }

    /// <summary>Number of inputs N, also the number of steps.</summary>
    public int InputCount { get; private set; }

    /// <summary>Number of nodes, from N to 2N-1 for at least one input.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The steps in the order in which they were done.</summary>
    public ReadOnlySpan<MergeStep> Steps => _steps.AsSpan(0, StepCount);

    /// <summary>Momentum, rapidity and azimuth of all nodes.</summary>
    public ReadOnlySpan<PseudoJet> Nodes => _nodes.AsSpan(0, NodeCount);

    private int StepCount { get; set; }

    /// <summary>
    /// The jets at or above a transverse momentum by decreasing transverse momentum, ties by first constituent.
    /// </summary>
    /// <param name="ptMin">Smallest transverse momentum of a jet [GeV].</param>
    public IReadOnlyList<Jet> Jets(double ptMin)
    {
        List<Jet> jets = [];
        foreach (MergeStep step in Steps)
        {
            if (step.IsJet && _nodes[step.First].Momentum.Pt >= ptMin)
            {
                jets.Add(JetOf(step.First));
            }
        }

        jets.Sort(Order);
        return jets;
    }

    /// <summary>The node of a number as a jet of inputs, root or not.</summary>
    /// <param name="node">From 0 to <see cref="NodeCount"/> - 1.</param>
    public Jet JetOf(int node)
    {
        int count = Walk(node);
        int[] constituents = _pending[..count];
        Array.Sort(constituents);
        return new(_nodes[node].Momentum, constituents);
    }

    /// <summary>
    /// The two nodes a node was made of, the one of larger transverse momentum first; null for an input.
    /// </summary>
    /// <param name="node">From 0 to <see cref="NodeCount"/> - 1.</param>
    public (int Hard, int Soft)? ParentsOf(int node)
    {
        if (node < InputCount)
        {
            return null;
        }

        MergeStep step = _steps[_nodes[node].Step];
        bool isOrdered = _nodes[step.First].Momentum.Pt >= _nodes[step.Second].Momentum.Pt;
        return isOrdered ? (step.First, step.Second) : (step.Second, step.First);
    }

    /// <summary>The roots by decreasing transverse momentum, ties by number.</summary>
    public IReadOnlyList<int> Roots()
    {
        List<int> roots = [];
        foreach (MergeStep step in Steps)
        {
            if (step.IsJet)
            {
                roots.Add(step.First);
            }
        }

        return [.. roots.OrderByDescending(node => _nodes[node].Momentum.Pt).ThenBy(node => node)];
    }

    /// <summary>For every node the position in a list of jets of the jet that holds it; -1 for none.</summary>
    internal int[] HolderOf(IReadOnlyList<Jet> jets)
    {
        var holder = new int[NodeCount];
        Array.Fill(holder, -1);
        for (int i = 0; i < jets.Count; i++)
        {
            foreach (int constituent in jets[i].Constituents)
            {
                holder[constituent] = i;
            }
        }

        for (int node = InputCount; node < NodeCount; node++)
        {
            holder[node] = holder[_steps[_nodes[node].Step].First];
        }

        return holder;
    }

    internal void Reset(int inputs)
    {
        (InputCount, NodeCount, StepCount) = (inputs, inputs, 0);
        if (_steps.Length < inputs)
        {
            _steps = new MergeStep[2 * inputs];
            (_nodes, _pending) = (new PseudoJet[4 * inputs], new int[2 * inputs]);
        }
    }

    internal void SetInput(int node, in PseudoJet jet) => _nodes[node] = jet;

    internal int Merge(int first, int second, in PseudoJet merged, double distance)
    {
        _nodes[NodeCount] = merged with { Step = StepCount };
        _steps[StepCount++] = new(first, second, distance);
        return NodeCount++;
    }

    internal void Finish(int node, double distance) => _steps[StepCount++] = new(node, -1, distance);

    // Inputs below a node end up at the front of the scratch: a node is replaced by one parent, the other is appended.
    private int Walk(int node)
    {
        int[] pending = _pending;
        int count = 1, done = 0;
        pending[0] = node;
        while (done < count)
        {
            while (pending[done] >= InputCount)
            {
                MergeStep step = _steps[_nodes[pending[done]].Step];
                (pending[done], pending[count++]) = (step.First, step.Second);
            }

            done++;
        }

        return count;
    }

    private static int Order(Jet a, Jet b)
    {
        int byPt = b.Momentum.Pt.CompareTo(a.Momentum.Pt);
        return byPt != 0 ? byPt : a.Constituents[0].CompareTo(b.Constituents[0]);
    }
}
