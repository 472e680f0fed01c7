using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class DisplacedEventsTests
{
    [Fact]
    public void JetsMostLikeSignal_ComeFirst()
    {
        Table jets = DisplacedToy.Events(1, 2);
        DisplacedEvents events = DisplacedEvents.Of(
            jets, [0.5f, 0.2f, 0.3f, 0.1f, 0.8f, 0.1f, float.NaN, float.NaN, float.NaN, 0.4f, 0.1f, 0.5f]);
        Assert.Equal(2, events.Count);
        Assert.Equal([1, 0, 3, 2], events.Jets);
        Assert.Equal(0.8f, events.Features[0]);
        Assert.Equal(0.3f, events.Features[5]);
        Assert.Equal(-1, events.Features[DisplacedEvents.Names.Count + 4]);
        float[] distance = jets.Floats(DisplacedJetColumns.TrackDistance);
        Assert.Equal(distance[0] + distance[1], events.TrackDistance[0], 1e-6);
    }

    [Fact]
    public void NeighboursOfOtherClasses_AreOtherEvents()
    {
        Table jets = ColumnJoin.Rows([DisplacedToy.Events(0, 3), DisplacedToy.Events(2, 2).Slice(0, 3)]);
        DisplacedEvents events = DisplacedEvents.Of(jets, new float[jets.RowCount * 3]);
        Assert.Equal([0, 0, 0, 2], events.Classes);
        Assert.Equal(1, events.Single);
    }

    [Fact]
    public void Selection_KeepsWhatBelongsTogether()
    {
        Table jets = DisplacedToy.Events(0, 4);
        DisplacedEvents all = DisplacedEvents.Of(jets, new float[jets.RowCount * 3]), some = all.Select([2]);
        Assert.Equal(1, some.Count);
        Assert.Equal(all.Features[24..36], some.Features);
        Assert.Equal(all.Times[2..3], some.Times);
        Assert.Equal(all.Jets[4..6], some.Jets);
    }
}
