// covers: EventRuns
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class EventTriggerTests
{
    private static readonly Table Jets = ColumnJoin.Rows([DisplacedToy.Events(0, 100), DisplacedToy.Events(2, 100)]);

    [Fact]
    public void OneJetThatFires_KeepsItsWholeEvent()
    {
        var trigger = new EventTrigger { PtMin = 80, LogRatioMin = 0.3 };
        float[] pt = Jets.Floats(DisplacedJetColumns.Pt);
        float[] fraction = JetSummaries.ElectromagneticFractions(Jets), time = JetSummaries.LeadingTimes(Jets);
        bool[] passes = trigger.Passes(Jets);
        for (int i = 0; i < passes.Length; i += 2)
        {
            bool fires = Fires(i) || Fires(i + 1);
            Assert.Equal(fires, passes[i]);
            Assert.Equal(fires, passes[i + 1]);
        }

        Assert.Equal(passes.Count(pass => pass), trigger.Select(Jets).RowCount);
        Assert.Contains(true, passes);
        Assert.Contains(false, passes);
        Assert.NotEqual(passes, (trigger with { PtMin = 38 }).Passes(Jets)); // momentum decides some

        bool Fires(int row) => pt[row] >= 80 && Math.Log10((1 - fraction[row]) / fraction[row]) >= 0.3
            && time[row] >= -3;
    }

    [Fact]
    public void EachCut_TakesAway()
    {
        var open = new EventTrigger { PtMin = 0, LogRatioMin = -10, TimeMin = -100 };
        int all = open.Select(Jets).RowCount;
        Assert.Equal(Jets.RowCount, all);
        Assert.InRange((open with { PtMin = 100 }).Select(Jets).RowCount, 1, all - 1);
        Assert.InRange((open with { LogRatioMin = 0 }).Select(Jets).RowCount, 1, all - 1);
        Assert.InRange((open with { TrackDistanceMin = 0.15 }).Select(Jets).RowCount, 1, all - 1);
        Assert.InRange((open with { TimeMin = -3 }).Select(Jets).RowCount, 1, all - 1);
    }

    [Fact]
    public void PublishedCuts_LeaveNoOrdinaryEvent() => Assert.DoesNotContain(
        0L, EventTrigger.Published.Select(Jets).Longs(DisplacedJetColumns.Class));

    [Fact]
    public void WithoutJets_NothingPasses() => Assert.Empty(new EventTrigger().Passes(Jets.Slice(0, 0)));
}
