using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>How a training on dijet events went.</summary>
public sealed record InSituResult
{
    /// <summary>Status, losses and times; epoch and measures of the network that was kept.</summary>
    public required TrainingResult Training { get; init; }

    /// <summary>The training on the likelihood before it; null without one.</summary>
    public TrainingResult? Pretraining { get; init; }

    /// <summary>The monitors for the initial momenta: what the network is compared with.</summary>
    public required InSituMonitor Initial { get; init; }

    /// <summary>The monitors for the network that training on the asymmetry started from.</summary>
    public required InSituMonitor Start { get; init; }

    /// <summary>The monitors after each epoch, with what they object to; null for a healthy epoch.</summary>
    public required IReadOnlyList<(InSituMonitor Monitor, string? Complaint)> History { get; init; }

    /// <summary>What became of the training and validation events.</summary>
    public required (DijetCuts Training, DijetCuts Validation) Cuts { get; init; }

    /// <summary>Bins of the average momentum in each of which a width is taken.</summary>
    public required int WidthBins { get; init; }

    /// <summary>Mean number of events of a full batch in such a bin.</summary>
    public required double EventsPerWidth { get; init; }

    /// <summary>The monitors for the network that was kept: of its epoch, or of the start.</summary>
    public InSituMonitor Kept => Training.BestEpoch == 0 ? Start : History[Training.BestEpoch - 1].Monitor;

    /// <summary>What is wrong with the network that was kept; null for a healthy one.</summary>
    public string? Complaint =>
        Training.BestEpoch == 0 ? Training.Start?.Complaint : History[Training.BestEpoch - 1].Complaint;

    /// <summary>The first complaint of the training and its epoch; null if there was none.</summary>
    public (int Epoch, string Complaint)? FirstComplaint => History
        .Select((entry, index) => (Epoch: index + 1, entry.Complaint))
        .Where(entry => entry.Complaint is not null)
        .Select(entry => ((int, string)?)(entry.Epoch, entry.Complaint!))
        .FirstOrDefault();
}
