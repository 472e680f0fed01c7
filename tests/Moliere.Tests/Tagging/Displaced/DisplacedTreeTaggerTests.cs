// covers: JetSummaries, EventTrees
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class DisplacedTreeTaggerTests
{
    private static readonly BoostingOptions Options = new() { Rounds = 20, MaxDepth = 3, MinChildWeight = 5 };

    private static readonly Table Training = Jets(1), Test = Jets(2);

    private static readonly DisplacedTreeTagger Tagger = DisplacedTreeTagger.Derive("trees", Training, Test, Options);

    [Fact]
    public void Trees_TellTheClassesApart()
    {
        float[] scores = Tagger.Apply(Test, 1);
        long[] classes = Test.Longs(DisplacedJetColumns.Class);
        float[] Signal(int of) =>
            [.. Enumerable.Range(0, Test.RowCount)
                .Where(row => classes[row] == of).Select(row => scores[(row * 3) + 1])];
        Assert.True(RankArea.Of(Signal(1), [], Signal(0), []) > 0.95);
        Assert.True(RankArea.Of(Signal(1), [], Signal(2), []) > 0.9);
        for (int row = 0; row < Test.RowCount; row++)
        {
            Assert.Equal(1, scores[row * 3] + scores[(row * 3) + 1] + scores[(row * 3) + 2], 1e-5);
        }
    }

    [Fact]
    public void Threads_ChangeNothing() => Assert.Equal(Tagger.Apply(Test, 1), Tagger.Apply(Test, 3));

    [Fact]
    public void EventTrees_FindEventsWithTwoDisplacedJets()
    {
        DisplacedEvents training = DisplacedEvents.Of(Training, Tagger.Apply(Training, 1));
        DisplacedEvents test = DisplacedEvents.Of(Test, Tagger.Apply(Test, 1));
        var trees = EventTrees.Derive(training, test, Options);
        float[] scores = trees.Apply(test, 1);
        Assert.Equal(scores, trees.Apply(test, 2));
        float[] Of(bool isSignal) => [.. scores.Where((_, i) => test.Classes[i] == 1 == isSignal)];
        Assert.True(RankArea.Of(Of(true), [], Of(false), []) > 0.97);
    }

    [Fact]
    public void MissingClass_IsSaid()
    {
        Table two = ColumnJoin.Rows([DisplacedToy.Events(0, 50), DisplacedToy.Events(1, 50)]);
        Assert.Contains("class bib", Assert.Throws<ArgumentException>(
            () => DisplacedTreeTagger.Derive("trees", two, two, Options)).Message, StringComparison.Ordinal);
        DisplacedEvents events = DisplacedEvents.Of(two, new float[two.RowCount * 3]);
        Assert.Contains("class bib", Assert.Throws<ArgumentException>(
            () => EventTrees.Derive(events, events, Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_AreThoseOfTheLeadingClusterAndOfSums()
    {
        float[] values = JetSummaries.Of(Test);
        int width = JetSummaries.Names.Count;
        Assert.Equal(Test.RowCount * width, values.Length);
        ReadOnlySpan<float> pt = Test.Jagged<float>(DisplacedJetColumns.ClusterPt)[5];
        double sum = 0;
        foreach (float one in pt)
        {
            sum += one;
        }

        Assert.Equal(pt.Length, values[(5 * width) + 2]);
        Assert.Equal(pt[0] / sum, values[(5 * width) + 3], 1e-5);
        Assert.Equal(
            Test.Jagged<float>(DisplacedJetColumns.ClusterTime)[5][0], JetSummaries.LeadingTimes(Test)[5]);
        Assert.All(JetSummaries.ElectromagneticFractions(Test), share => Assert.InRange(share, 0, 1.0001));
    }

    [Fact]
    public void ClustersWithoutNumber_AreLeftOutAsByTheNetwork()
    {
        var times = Test.Jagged<float>(DisplacedJetColumns.ClusterTime);
        float[] masked = [.. times.Values];
        masked.AsSpan(0, times[0].Length).Fill(float.NaN);
        masked[times.Offsets[1]] = float.NaN; // the hardest of the next jet
        Table table = new(
            [.. Test.Columns.Select(column => column == times ? times with { Values = masked } : column)]);
        float[] values = JetSummaries.Of(table), whole = JetSummaries.Of(Test);
        int width = JetSummaries.Names.Count;
        Assert.Equal(0, values[2]);
        Assert.All(values[3..11], value => Assert.True(float.IsNaN(value)));
        Assert.Equal(whole[width + 2] - 1, values[width + 2]);
        Assert.Equal(times[1][1], values[width + 4]);
        Assert.Equal(whole[(2 * width)..], values[(2 * width)..]);
    }

    private static Table Jets(ulong seed) =>
        ColumnJoin.Rows([.. Enumerable.Range(0, 3).Select(i => DisplacedToy.Events(i, 300, seed: seed * 100))]);
}
