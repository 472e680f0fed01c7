// covers: JetMapSample
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Tagging.Displaced;
using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class JetMapTests
{
    private const double Found = 0.6; // of the particles below 2 m have a jet, all others have

    [Fact]
    public void ParticlesWithoutAJet_LowerTheEfficiency()
    {
        JetMap map = JetMap.Of(Sample(6000, 1), Sample(6000, 2), "toy");
        EfficiencyClosure all = map.Closure[0];
        Assert.InRange(all.NonClosure, -0.05, 0.05);
        Assert.InRange(all.Pull, -3, 3);
        Assert.Equal(6000, map.Tested);
        Assert.InRange(map.Map.At([50, 1500, 0, 0, 5, 55]).Value, Found - 0.05, Found + 0.05);
        Assert.InRange(map.Map.At([50, 3200, 0, 0, 5, 55]).Value, 0.97, 1);
    }

    [Fact]
    public void ParticlesOutsideTheAxes_AreNotCounted()
    {
        JetMapSample sample = Sample(2000, 1), others = Sample(2000, 2);
        float[] eta = [.. Enumerable.Range(0, 2000).Select(i => i % 4 == 0 ? 3f : 0.1f)];
        Table forward = new(
        [
            .. others.Particles.Columns.Where(column => column.Name != DisplacedJetColumns.LongLivedEta),
            new FloatColumn(DisplacedJetColumns.LongLivedEta, "", "", eta),
        ]);
        JetMap map = JetMap.Of(sample, others with { Particles = forward }, "toy");
        Assert.Equal(1500, map.Tested);
        Assert.Contains("|eta| < 2.5", map.Map.Selection, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_CountInCutAndEfficiency()
    {
        // Particles that are found weigh three times as much.
        JetMap map = JetMap.Of(Sample(6000, 1, weight: 3), Sample(6000, 2, weight: 3), "toy");
        Assert.InRange(map.Map.At([50, 1500, 0, 0, 5, 55]).Value, 0.78, 0.86); // 3 * 0.6 / (3 * 0.6 + 0.4)
    }

    [Fact]
    public void Cut_LeavesOneQcdJetInAHundred()
    {
        JetMapSample sample = Sample(1000, 1);
        JetMap map = JetMap.Of(sample, sample, "toy");
        int qcd = Enumerable.Range(0, sample.Jets.RowCount).Count(row =>
            sample.Jets.Longs(DisplacedJetColumns.Class)[row] == 0 && sample.Scores[(row * 3) + 1] >= map.Cut);
        Assert.Equal(4, qcd); // of 400
    }

    [Fact]
    public void EqualScores_PassTogetherOrNotAtAll()
    {
        JetMapSample sample = Sample(1000, 1);
        float[] scores = [.. sample.Scores.Select(score => score is > 0.39f and < 0.5f ? 0.39f : score)];
        JetMapSample tied = sample with { Scores = scores }; // nine of 400 QCD jets are first together
        Assert.Equal(Math.BitIncrement(0.39f), JetMap.Of(tied, sample, "toy").Cut);
    }

    [Fact]
    public void TwoJetsOfOneDecay_AreOneParticle()
    {
        Table jets = Sample(500, 1).Jets;
        Table twice = ColumnJoin.Rows([jets, jets]);
        Assert.Equal(JetMapSample.Matched(jets).RowCount, JetMapSample.Matched(twice).RowCount);
        Assert.DoesNotContain(0f, JetMapSample.Matched(twice).Floats(DisplacedJetColumns.DecayRadius));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DecayOfTwoJets_IsFoundWhenEitherPasses(bool isSecond)
    {
        JetMapSample sample = Sample(6000, 1);
        int[] signal = [.. Enumerable.Range(0, sample.Jets.RowCount)
            .Where(row => sample.Jets.Longs(DisplacedJetColumns.Class)[row] == 1)];
        Table others = sample.Jets.Select(signal); // their jets do not pass
        float[] low = [.. signal.SelectMany(_ => new float[] { 1, 0, 0 })];
        JetMapSample two = isSecond
            ? sample with { Jets = ColumnJoin.Rows([others, sample.Jets]), Scores = [.. low, .. sample.Scores] }
            : sample with { Jets = ColumnJoin.Rows([sample.Jets, others]), Scores = [.. sample.Scores, .. low] };
        JetMap one = JetMap.Of(sample, sample, "toy"), both = JetMap.Of(two, two, "toy");
        Assert.Equal(one.Map.Bins.Select(bin => bin.Efficiency), both.Map.Bins.Select(bin => bin.Efficiency));
        Assert.Equal(one.Closure[0].Observed, both.Closure[0].Observed);
        Assert.Equal(one.Closing, both.Map.Provenance["closure"]);
    }

    [Fact]
    public void JetOfNoParticle_IsRefused()
    {
        JetMapSample sample = Sample(500, 1);
        JetMapSample other = sample with { Particles = sample.Particles.Select([.. Enumerable.Range(0, 250)]) };
        Assert.Contains(
            "not among the long-lived", Assert.Throws<ArgumentException>(() => JetMap.Of(other, sample, "x")).Message);
    }

    [Fact]
    public void Deal_FollowsTheJetsAndMissesNoParticle()
    {
        JetMapSample sample = Sample(4000, 3);
        Table[] parts = CrossingDeal.Parts(sample.Jets, [0.3, 0.2], 7);
        Table[] dealt = JetMapSample.Deal(sample.Particles, parts, [0.3, 0.2], 7);
        Assert.Equal(4000, dealt.Sum(part => part.RowCount));
        for (int i = 0; i < parts.Length; i++)
        {
            var own = dealt[i].Longs(DisplacedJetColumns.Crossing).ToHashSet();
            Assert.All(JetMapSample.Matched(parts[i]).Longs(DisplacedJetColumns.Crossing), one =>
                Assert.Contains(one, own));

            // One event a crossing: those without a jet are dealt by the shares too, or efficiencies were too high.
            double share = (double)JetMapSample.Matched(parts[i]).RowCount / dealt[i].RowCount;
            Assert.InRange(share, 0.83, 0.91); // 0.87: a third of them below 2 m
        }
    }

    // One particle per event and crossing; jets of signal are tagged, of QCD have scores up to 0.4.
    private static JetMapSample Sample(int count, ulong seed, float weight = 1)
    {
        var rng = new Rng(seed, "toy map", 0);
        var particles = new List<(long Event, float Radius, float Weight)>();
        var jets = new List<(long Event, int Class, float Radius, float Weight, float Score)>();
        for (int i = 0; i < count; i++)
        {
            float radius = (float)(1200 + (2400 * rng.NextDouble()));
            bool isFound = radius > 2000 || rng.NextDouble() < Found;
            particles.Add((i, radius, isFound ? weight : 1));
            if (isFound)
            {
                jets.Add((i, 1, radius, weight, 0.9f));
            }
        }

        jets.AddRange(Enumerable.Range(0, 400).Select(i => (1_000_000L + i, 0, 0f, 1f, 0.001f * i)));
        return new(
            new(
            [
                Long(DisplacedJetColumns.Event, particles.Select(one => one.Event)),
                Long(DisplacedJetColumns.Crossing, particles.Select(one => one.Event)),
                Long(DisplacedJetColumns.Class, particles.Select(_ => 1L)),
                .. Truth([.. particles.Select(one => one.Radius)], [.. particles.Select(one => one.Weight)]),
            ]),
            new(
            [
                Long(DisplacedJetColumns.Event, jets.Select(one => one.Event)),
                Long(DisplacedJetColumns.Crossing, jets.Select(one => one.Event)),
                Long(DisplacedJetColumns.Class, jets.Select(one => (long)one.Class)),
                .. Truth([.. jets.Select(one => one.Radius)], [.. jets.Select(one => one.Weight)]),
            ]),
            [.. jets.SelectMany(jet => new[] { 1 - jet.Score, jet.Score, 0 })]);
    }

    private static IEnumerable<Column> Truth(float[] radius, float[] weights)
    {
        FloatColumn Same(string name, float value) => new(name, "", "", [.. radius.Select(_ => value)]);
        return
        [
            new FloatColumn(DisplacedJetColumns.DecayRadius, "mm", "", radius),
            new FloatColumn(DisplacedJetColumns.Weight, "", "", weights),
            Same(DisplacedJetColumns.DecayZ, -20), Same(DisplacedJetColumns.LongLivedEta, -0.01f),
            Same(DisplacedJetColumns.LongLivedPt, 50), Same(DisplacedJetColumns.DecayProduct, 5),
            Same(DisplacedJetColumns.LongLivedMass, 55), Same(DisplacedJetColumns.IsData, 0),
        ];
    }

    private static LongColumn Long(string name, IEnumerable<long> values) => new(name, "", "", [.. values]);
}
