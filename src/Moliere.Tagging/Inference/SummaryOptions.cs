using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Inference;

/// <summary>How summaries are trained: by the variance they promise, or as classifiers.</summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1.</source>
public sealed record SummaryOptions
{
    /// <summary>Bins of the summary.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>Temperature of the soft bins.</summary>
    public double Temperature { get; init; } = 0.1;

    /// <summary>Signal events to learn from, and as many of background.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>Signal events to judge epochs on, and as many of background.</summary>
    public int ValidationEvents { get; init; } = 30_000;

    /// <summary>Signal events in a batch, and as many of background.</summary>
    public int BatchEvents { get; init; } = 500;

    /// <summary>Hidden layers.</summary>
    public MlpOptions Network { get; init; } = new() { Hidden = [100, 100] };

    /// <summary>Rate, epochs, seed and threads; batch size and moments of targets are set here.</summary>
    public TrainerOptions Training { get; init; } = new()
    {
        // On validation events of B2 with Adam, where the paper has plain descent at 1e-6 over 200 epochs.
        Epochs = 12,
        LearningRate = 1e-3,
        Schedule = new() { Kind = ScheduleKind.OneCycle },
        ClipNorm = 0,
        Patience = 0,
    };
}
