using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class BoostedJetColumnsTests
{
    [Fact]
    public void Substructure_HasTenDistinctNames() =>
        Assert.Equal(10, BoostedJetColumns.Substructure.Distinct(StringComparer.Ordinal).Count());
}
