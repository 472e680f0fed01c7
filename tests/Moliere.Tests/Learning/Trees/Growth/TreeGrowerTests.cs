using Moliere.Learning.Trees;
using Moliere.Tests.Learning.Trees;

namespace Moliere.Tests.Learning.Trees.Growth;

public sealed class TreeGrowerTests
{
    public static TheoryData<string, TreeRows, BoostingOptions> Cases => new()
    {
        { "plain", ToyRows.Draw(150), new() },
        { "weights", ToyRows.Draw(150, isWeighted: true), new() { Lambda = 0.3 } },
        { "missing", ToyRows.Draw(150, missing: 0.3), new() },
        { "few with missing", ToyRows.Draw(40, missing: 0.9), new() { MinChildWeight = 0, Lambda = 0.1 } },
        { "strict", ToyRows.Draw(150), new() { MinChildWeight = 12, Gamma = 0.8 } },
        { "monotone", ToyRows.Draw(150, missing: 0.2), new() { Monotone = [-1, 1, 1, 0, 1] } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tree_IsThatOfTheDefinition(string name, TreeRows rows, BoostingOptions options)
    {
        Assert.NotEmpty(name);
        options = options with { Rounds = 1, MaxDepth = 4, Start = 0.25f };
        Tree tree = BoostedTreesTrainer.Fit(rows, options).Model.Trees[0];
        var expected = new PlainTree(rows, options, 0.25).Grow().Nodes;
        List<int> order = Preorder(tree, 0, []);
        Assert.Equal(expected.Select(node => node.Feature), order.Select(node => tree.Feature[node]));
        int[] counts = Counts(tree, rows);
        for (int i = 0; i < order.Count; i++)
        {
            Assert.Equal(expected[i].Rows, counts[order[i]]);
            Assert.Equal(expected[i].Gain, tree.Gain[order[i]], 1e-4);
            Assert.Equal(expected[i].Value, tree.Value[order[i]], 1e-6);
        }
    }

    [Theory]
    [InlineData(TreeGrowth.DepthWise)]
    [InlineData(TreeGrowth.LossGuided)]
    public void LeavesAreLimited_AndTheBestSplitsAreKept(TreeGrowth growth)
    {
        TreeRows rows = ToyRows.Draw(2000);
        var options = new BoostingOptions { Rounds = 1, MaxDepth = 0, MaxLeaves = 12, Growth = growth };
        Tree tree = BoostedTreesTrainer.Fit(rows, options).Model.Trees[0];
        Assert.Equal(12, tree.Feature.Count(feature => feature < 0));
        Tree deep = BoostedTreesTrainer.Fit(rows, options with { MaxLeaves = 0, MaxDepth = 3 }).Model.Trees[0];
        Assert.Equal(deep.Feature[0], tree.Feature[0]);
        Assert.Equal(deep.Threshold[0], tree.Threshold[0]);
    }

    [Fact]
    public void LossGuidedTree_SavesMoreThanADepthWiseOneOfEquallyManyLeaves()
    {
        TreeRows rows = ToyRows.Draw(2000);
        var options = new BoostingOptions { Rounds = 1, MaxDepth = 0, MaxLeaves = 12 };
        Assert.True(Saved(rows, options with { Growth = TreeGrowth.LossGuided }) > Saved(rows, options));
    }

    private static double Saved(TreeRows rows, BoostingOptions options) =>
        BoostedTreesTrainer.Fit(rows, options).Model.Trees[0].Gain.Sum();

    private static List<int> Preorder(Tree tree, int node, List<int> order)
    {
        order.Add(node);
        if (tree.Feature[node] >= 0)
        {
            Preorder(tree, tree.Left[node], order);
            Preorder(tree, tree.Right[node], order);
        }

        return order;
    }

    private static int[] Counts(Tree tree, TreeRows rows)
    {
        int[] counts = new int[tree.NodeCount];
        for (int row = 0; row < rows.RowCount; row++)
        {
            int node = 0;
            counts[0]++;
            while (tree.Feature[node] >= 0)
            {
                float x = rows.Row(row)[tree.Feature[node]];
                bool isLeft = float.IsNaN(x) ? tree.MissingLeft[node] : x < tree.Threshold[node];
                node = isLeft ? tree.Left[node] : tree.Right[node];
                counts[node]++;
            }
        }

        return counts;
    }
}
