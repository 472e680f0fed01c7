// covers: EventChain, SampleClock, ClusterSampleOptions
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Simulation.Samples;

public sealed class ClusterSamplerTests
{
    private const int Events = 40;
    private static readonly ClustersInJets s_inJets = new(new ClusterSampleOptions());

    [Fact]
    public void Threads_DoNotChangeAByteOfTheTable()
    {
        using TempFolder folder = new();
        string[] paths = [folder.At("1.table"), folder.At("2.table"), folder.At("3.table")];
        for (int threads = 1; threads <= 3; threads++)
        {
            Moliere.Formats.Tables.TableFile.Write(paths[threads - 1], Sample(ToyChain.Sampler(), threads));
        }

        Assert.Equal(File.ReadAllBytes(paths[0]), File.ReadAllBytes(paths[1]));
        Assert.Equal(File.ReadAllBytes(paths[0]), File.ReadAllBytes(paths[2]));
    }

    [Fact]
    public void Rows_AreInOrderOfEventsAndCarryTheirWeight()
    {
        Table table = Sample(ToyChain.Sampler(), 2);
        long[] events = table.Longs(ClusterColumns.Event);
        Assert.Equal(events.Order(), events);
        Assert.Equal(Enumerable.Range(0, Events).Select(number => (long)number), events.Distinct());
        Assert.All(table.Floats(ClusterColumns.Weight), weight => Assert.Equal(2f, weight));
        Assert.Equal(ClusterSampler.NoClusters.Columns.Select(c => c.Name), table.Columns.Select(c => c.Name));
    }

    [Fact]
    public void FailureInAWorker_ComesOutAsItself()
    {
        IEnumerable<SampleItem> items = SampleItem.FromGenerator(
            number => number == 17 ? throw new InvalidDataException("event 17") : ToyChain.Dijet(number), Events);
        foreach (int threads in (int[])[1, 2])
        {
            var error = Assert.Throws<InvalidDataException>(
                () => ToyChain.Sampler().Sample(items, s_inJets, threads, null, CancellationToken.None));
            Assert.Equal("event 17", error.Message);
        }
    }

    [Fact]
    public void FailureInAWorker_StopsTheOthers()
    {
        using ManualResetEventSlim failing = new();
        int generated = 0;
        IEnumerable<SampleItem> items = SampleItem.FromGenerator(
            number =>
            {
                if (number == 0)
                {
                    failing.Set();
                    throw new InvalidDataException("event 0");
                }

                failing.Wait();
                Interlocked.Increment(ref generated);
                return ToyChain.Dijet(number);
            },
            1000);
        Assert.Throws<InvalidDataException>(
            () => ToyChain.Sampler().Sample(items, s_inJets, 2, null, CancellationToken.None));
        Assert.InRange(generated, 0, 500);
    }

    [Fact]
    public void FailureInTheSource_ComesOutAsItself()
    {
        static IEnumerable<SampleItem> Broken()
        {
            yield return new(() => ToyChain.Dijet(0), 0);
            throw new InvalidDataException("line 3");
        }

        Assert.Throws<InvalidDataException>(
            () => ToyChain.Sampler().Sample(Broken(), s_inJets, 2, null, CancellationToken.None));
    }

    [Fact]
    public void Cancellation_StopsBetweenTwoEvents()
    {
        using CancellationTokenSource source = new();
        int generated = 0;
        IEnumerable<SampleItem> items = SampleItem.FromGenerator(
            number =>
            {
                Interlocked.Increment(ref generated);
                source.Cancel();
                return ToyChain.Dijet(number);
            },
            Events);
        Assert.ThrowsAny<OperationCanceledException>(
            () => ToyChain.Sampler().Sample(items, s_inJets, 2, null, source.Token));
        Assert.InRange(generated, 1, 2);
    }

    [Fact]
    public void Progress_CountsEveryEventOnce()
    {
        int done = 0;
        Sample(ToyChain.Sampler(), 2, count => Interlocked.Add(ref done, count));
        Assert.Equal(Events, done);
    }

    [Fact]
    public void NoEvents_GiveTheColumnsAndNoRows()
    {
        Table table = ToyChain.Sampler().Sample([], s_inJets, 1, null, CancellationToken.None);
        Assert.Equal(0, table.RowCount);
        Assert.True(table.Has(ClusterColumns.CellIndex));
    }

    [Fact]
    public void Clock_DividesTheTimeOfAllSteps()
    {
        ClusterSampler sampler = ToyChain.Sampler();
        Assert.Equal(0, sampler.Clock.ReconstructionShare);
        Sample(sampler, 1);
        SampleClock clock = sampler.Clock;
        Assert.True(clock.Generation > TimeSpan.Zero && clock.Simulation > TimeSpan.Zero);
        double share = clock.Reconstruction / (clock.Generation + clock.Simulation + clock.Reconstruction);
        Assert.Equal(share, clock.ReconstructionShare, 1e-3);
        Assert.InRange(share, 0.01, 0.99);
    }

    private static Table Sample(ClusterSampler sampler, int threads, Action<int>? advance = null) => sampler.Sample(
        SampleItem.FromGenerator(ToyChain.Dijet, Events), s_inJets, threads, advance, CancellationToken.None);
}
