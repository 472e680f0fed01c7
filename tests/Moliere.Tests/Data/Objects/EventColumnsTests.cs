using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class EventColumnsTests
{
    [Fact]
    public void Names_AreKindAndProperty() =>
        Assert.Equal("truth_jet_pt", EventColumns.Of(EventColumns.TruthJet, EventColumns.Pt));
}
