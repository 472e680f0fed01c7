using Moliere.Numerics.Workers;

namespace Moliere.Tests.Numerics.Workers;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void ManyShortJobs_RunOncePerWorkerEach(int size)
    {
        using var team = new WorkerTeam(size);
        int[] counts = new int[size];
        for (int job = 0; job < 500; job++)
        {
            team.Run(worker => counts[worker]++);
        }

        Assert.All(counts, count => Assert.Equal(500, count));
    }

    [Fact]
    public void SleepingWorkers_WakeUp()
    {
        using var team = new WorkerTeam(3);
        int sum = 0;
        for (int job = 0; job < 3; job++)
        {
            Thread.Sleep(20);
            team.Run(_ => Interlocked.Increment(ref sum));
        }

        Assert.Equal(9, sum);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ExceptionOnAnyWorker_ReachesTheCallerAndLeavesTheTeamUsable(int failing)
    {
        using var team = new WorkerTeam(2);
        var exception = Assert.Throws<AggregateException>(() => team.Run(worker =>
        {
            if (worker == failing)
            {
                throw new InvalidOperationException("broken");
            }
        }));
        Assert.Equal("broken", exception.InnerException!.Message);
        int sum = 0;
        team.Run(_ => Interlocked.Increment(ref sum));
        Assert.Equal(2, sum);
    }

    [Fact]
    public void TeamOfNone_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0));
}
