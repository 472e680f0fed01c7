// covers: ITagger
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging;
using Moliere.Tagging.Decorrelation;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Tagging.Decorrelation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging;

/// <summary>What every tagger promises, asked of one of each room.</summary>
public sealed class TaggerTests
{
    [Fact]
    public void ProbabilitiesOfEachRow_SumToOne_ForAnyNumberOfThreads()
    {
        foreach ((ITagger tagger, Table table) in Taggers())
        {
            int classes = tagger.Classes.Count;
            float[] scores = tagger.Apply(table, 1);
            Assert.Equal(table.RowCount * classes, scores.Length);
            Assert.Equal(scores, tagger.Apply(table, 2));
            Assert.All(scores, score => Assert.InRange(score, 0, 1));
            Assert.All(scores.Chunk(classes), row => Assert.Equal(1, row.Sum(), 1e-5));
        }
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        foreach ((ITagger tagger, Table table) in Taggers())
        {
            Assert.Throws<MissingColumnException>(() => tagger.Apply(new([table.Columns[0]]), 1));
        }
    }

    private static IEnumerable<(ITagger Tagger, Table Table)> Taggers()
    {
        BoostedSample boosted = ToyBoostedJets.Sample(400, 1);
        yield return (new NetworkDerivation(boosted, boosted, BoostedJetColumns.Substructure, (50, 300), new()
        {
            Tagger = new() { Hidden = [8] },
            Training = new() { Epochs = 1 },
        }).Plain("network").Discriminant, boosted.Jets);
        Table displaced = ColumnJoin.Rows([.. Enumerable.Range(0, 3).Select(i => DisplacedToy.Events(i, 60))]);
        yield return (
            DisplacedTreeTagger.Derive("trees", displaced, displaced, new() { Rounds = 2, MaxDepth = 2 }), displaced);
    }
}
