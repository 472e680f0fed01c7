using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

/// <summary>Two clusterings agree: the same jets, and the same mergers at the same distances.</summary>
internal static class SameTrees
{
    public static void Check(MergeTree expected, MergeTree found)
    {
        IReadOnlyList<Jet> jets = found.Jets(0);
        Assert.Equal(expected.Jets(0).Select(jet => jet.Constituents), jets.Select(jet => jet.Constituents));
        Assert.All(
            expected.Jets(0).Zip(jets), pair => Assert.Equal(pair.First.Momentum.Pt, pair.Second.Momentum.Pt, 9));
        Assert.Equal(expected.InputCount, jets.Sum(jet => jet.Constituents.Count));
        Assert.Equal(Nodes(expected), Nodes(found));
    }

    // Mergers far apart may swap places in the order, so nodes are compared by what is below them.
    private static IEnumerable<string> Nodes(MergeTree tree) =>
        Enumerable.Range(0, tree.NodeCount).Select(node => string.Join(' ', tree.JetOf(node).Constituents)).Order();
}
