using Moliere.Data;

namespace Moliere.Tests.Data;

public sealed class NearestNameTests
{
    [Fact]
    public void Misspelt_GivesClosestFirst() =>
        Assert.Equal(["energy", "energies"], NearestName.Of("enrgy", ["pt", "energies", "energy"], 2));

    [Fact]
    public void Case_DoesNotMatter() => Assert.Equal(["ETA"], NearestName.Of("eta", ["etas", "ETA"]));

    [Fact]
    public void Ties_KeepTheOrderGiven() => Assert.Equal(["ab", "ac"], NearestName.Of("a", ["ab", "ac"], 5));

    [Fact]
    public void NothingValid_GivesNothing() => Assert.Empty(NearestName.Of("x", []));
}
