using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Tests.Validation.Metrics.Dijets;

public sealed class ShuffledPairsTests
{
    [Fact]
    public void EveryRow_IsPartnerOnceAndNeverItsOwn()
    {
        int[] rows = [.. Enumerable.Range(0, 500).Select(i => 3 * i)];

        int[] partners = ShuffledPairs.Partners(rows, seed: 4);

        Assert.Equal(rows, partners.Order());
        Assert.DoesNotContain(true, rows.Zip(partners, (row, partner) => row == partner));
    }

    [Fact]
    public void Seed_DecidesThePartners()
    {
        int[] rows = [.. Enumerable.Range(0, 50)];

        Assert.Equal(ShuffledPairs.Partners(rows, 1), ShuffledPairs.Partners(rows, 1));
        Assert.NotEqual(ShuffledPairs.Partners(rows, 1), ShuffledPairs.Partners(rows, 2));
        Assert.NotEqual(ShuffledPairs.Partners(rows, 1), ShuffledPairs.Partners(rows, 1, shuffle: 1));
    }

    [Fact]
    public void SingleRow_KeepsItself() => Assert.Equal([7], ShuffledPairs.Partners([7], 1));
}
