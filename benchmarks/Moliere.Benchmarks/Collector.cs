using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>Hands each epoch on at once, on the thread that trains.</summary>
internal sealed class Collector(Action<EpochReport> action) : IProgress<EpochReport>
{
    public void Report(EpochReport value) => action(value);
}
