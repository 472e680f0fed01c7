using Moliere.Tagging.Preservation;

namespace Moliere.Tests.Tagging.Preservation;

public sealed class BinomialIntervalTests
{
    // Both ends from the tables of Clopper and Pearson, and from their closed form without successes.
    [Theory]
    [InlineData(5, 10, 0.95, 0.1871, 0.8129)]
    [InlineData(1, 20, 0.95, 0.0013, 0.2487)]
    public void Counts_GiveThePublishedInterval(int passed, int entries, double confidence, double low, double high)
    {
        (double Low, double High) found = BinomialInterval.Of(passed, entries, confidence);
        Assert.Equal(low, found.Low, 5e-5);
        Assert.Equal(high, found.High, 5e-5);
    }

    [Fact]
    public void NothingOrEverything_ReachesTheEnd()
    {
        Assert.Equal((0, 1 - Math.Pow(0.05, 0.1)), Rounded(BinomialInterval.Of(0, 10, 0.9)));
        Assert.Equal((Math.Pow(0.05, 0.1), 1), Rounded(BinomialInterval.Of(10, 10, 0.9)));
        Assert.Equal((0, 1), BinomialInterval.Of(0, 0, 0.9));

        static (double Low, double High) Rounded((double Low, double High) found) =>
            (Math.Abs(found.Low - Math.Pow(0.05, 0.1)) < 1e-12 ? Math.Pow(0.05, 0.1) : found.Low,
             Math.Abs(found.High - (1 - Math.Pow(0.05, 0.1))) < 1e-12 ? 1 - Math.Pow(0.05, 0.1) : found.High);
    }

    [Fact]
    public void Interval_CoversAtLeastAsOftenAsAsked()
    {
        const int entries = 25;
        for (double truth = 0.02; truth < 1; truth += 0.03)
        {
            double covered = 0, probability = Math.Pow(1 - truth, entries);
            for (int passed = 0; passed <= entries; passed++)
            {
                (double low, double high) = BinomialInterval.Of(passed, entries, 0.6827);
                covered += low <= truth && truth <= high ? probability : 0;
                probability *= (double)(entries - passed) / (passed + 1) * truth / (1 - truth);
            }

            Assert.InRange(covered, 0.6827, 1);
        }
    }
}
