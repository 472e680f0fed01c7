using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Trees;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Recipes.Displaced;

/// <summary>Which share of the events goes where; all jets of an event, and of its crossing, go together.</summary>
internal sealed record DisplacedSplitSection : IValidatableObject
{
    /// <summary>Share that per-jet taggers learn from.</summary>
    [Range(0.05, 0.9)]
    public double Train { get; init; } = 0.35;

    /// <summary>Share that says when to stop and which epoch to keep.</summary>
    [Range(0.05, 0.9)]
    public double Validation { get; init; } = 0.1;

    /// <summary>Share that event trees learn from, whose jets no tagger has seen.</summary>
    [Range(0.05, 0.9)]
    public double Events { get; init; } = 0.15;

    /// <summary>Share that stops event trees and says where to cut on their score; the rest judges.</summary>
    [Range(0.05, 0.9)]
    public double Cut { get; init; } = 0.1;

    /// <summary>All of them, in their order.</summary>
    internal IReadOnlyList<double> Shares => [Train, Validation, Events, Cut];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Shares.Sum() > 0.95)
        {
            yield return new(
                FormattableString.Invariant($"train, validation, events and cut sum to {Shares.Sum():0.###}")
                + ", expected at most 0.95: the rest judges.",
                [nameof(Train), nameof(Validation), nameof(Events), nameof(Cut)]);
        }
    }
}

/// <summary>The per-jet network and its first training, which knows simulation alone.</summary>
/// <source>arXiv:2203.01009, section 5; defaults are smaller, to fit five seeds into minutes.</source>
internal sealed record DisplacedNetworkSection
{
    /// <summary>Layers of each cluster and each track; published 64, 32, 32, 16.</summary>
    [Range(1, 1024)]
    public IReadOnlyList<int> Points { get; init; } = [32, 16];

    /// <summary>Layers of each muon segment; published 32, 16, 8.</summary>
    [Range(1, 1024)]
    public IReadOnlyList<int> Segments { get; init; } = [16, 8];

    /// <summary>Units of the recurrent layers of clusters and tracks; of segments half as many.</summary>
    [Range(2, 256)]
    public int Recurrent { get; init; } = 10;

    /// <summary>Layers that see all lists and the jet; published 512, 64.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [64, 32];

    /// <summary>Share of the units left out in training; published 0.2.</summary>
    [Range(0.0, 0.9)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Clusters kept of a jet.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 30;

    /// <summary>Tracks kept of a jet.</summary>
    [Range(1, 1000)]
    public int Tracks { get; init; } = 20;

    /// <summary>Muon segments kept of a jet.</summary>
    [Range(1, 1000)]
    public int MuonSegments { get; init; } = 30;

    /// <summary>Passes over the jets.</summary>
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 15;

    /// <summary>Jets per step.</summary>
    [Range(8, 1_000_000)]
    public int BatchSize { get; init; } = 256;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-6, 1.0)]
    public double LearningRate { get; init; } = 2e-3;
}

/// <summary>The adversary, which tries to tell data from simulation in the control region by the scores.</summary>
/// <source>arXiv:2203.01009, section 5; gordonwatts/CalRatioTrainer.</source>
internal sealed record DisplacedAdversarySection
{
    private static readonly DisplacedTrainingOptions s_defaults = new();

    /// <summary>Units of its layers, each behind a batch normalisation.</summary>
    [Range(1, 1024)]
    public IReadOnlyList<int> Hidden { get; init; } = [.. s_defaults.AdversaryHidden];

    /// <summary>
    /// Price of its success. It sees logarithms of scores, where 1 does what the published 10 does for scores.
    /// </summary>
    [Range(0.0, 1e6)]
    public double Lambda { get; init; } = s_defaults.Game.Lambda;

    /// <summary>Smaller prices to play first, rising; each starts from what the one before has kept.</summary>
    [Range(0.0, 1e6)]
    public IReadOnlyList<double> Ramp { get; init; } = [];

    /// <summary>Updates of the adversary per update of the network.</summary>
    [Range(1, 1000)]
    public int Steps { get; init; } = s_defaults.Game.AdversarySteps;

    /// <summary>Epochs of the adversary alone, before both move in turn.</summary>
    [Range(0, 1000)]
    public int Pretraining { get; init; } = s_defaults.Game.PretrainAdversary;

    /// <summary>Epochs in turn.</summary>
    [Range(1, 10_000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Jets of the control region per update.</summary>
    [Range(8, 1_000_000)]
    public int BatchSize { get; init; } = s_defaults.Game.ControlBatchSize;

    /// <summary>Learning rate of both players, Nadam.</summary>
    [Range(1e-7, 1.0)]
    public double LearningRate { get; init; } = 8e-4;

    /// <summary>
    /// Largest distance of the scores of data and simulation with which an epoch may be kept for its loss.
    /// </summary>
    [Range(0.0, 1.0)]
    public double Distance { get; init; } = s_defaults.DistanceLimit;
}

/// <summary>Boosted trees: of jets, what networks are compared with, and of events.</summary>
internal sealed record DisplacedTreesSection
{
    /// <summary>Rounds at most; validation stops earlier.</summary>
    [Range(1, 10_000)]
    public int Rounds { get; init; } = 200;

    /// <summary>Splits between root and leaf.</summary>
    [Range(1, 16)]
    public int Depth { get; init; } = 4;

    /// <summary>Factor on what a tree adds.</summary>
    [Range(1e-3, 1.0)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>In the words of the room that grows them.</summary>
    /// <param name="seed">Seed of draws.</param>
    /// <param name="threads">Threads; do not change the result.</param>
    public BoostingOptions ToOptions(ulong seed, int threads) => new()
    {
        Rounds = Rounds,
        MaxDepth = Depth,
        LearningRate = LearningRate,
        MinChildWeight = 5, // sum of curvatures, at most a quarter per event of mean weight; not tuned
        Patience = 20, // a tenth of the default rounds; not tuned
        Seed = seed,
        Threads = threads,
    };
}

/// <summary>
/// Which events are kept before event trees, cuts and the plane: those with a jet like the published trigger's.
/// </summary>
/// <source>arXiv:2203.01009, section 4; looser, as the published cuts leave no QCD of the simulation.</source>
internal sealed record DisplacedTriggerSection
{
    private static readonly EventTrigger s_defaults = new();

    /// <summary>From the words of the room that selects.</summary>
    /// <param name="trigger">Its cuts.</param>
    public static DisplacedTriggerSection Of(EventTrigger trigger) => new()
    {
        PtMin = trigger.PtMin,
        LogRatioMin = trigger.LogRatioMin,
        TrackDistanceMin = trigger.TrackDistanceMin,
        TimeMin = trigger.TimeMin,
    };

    /// <summary>Lowest transverse momentum of the jet [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double PtMin { get; init; } = s_defaults.PtMin;

    /// <summary>Lowest log10(E_H / E_EM) of the jet; published 1.2, -10 for none.</summary>
    [Range(-10.0, 10.0)]
    public double LogRatioMin { get; init; } = s_defaults.LogRatioMin;

    /// <summary>Least distance of the jet to a track above 2 GeV; published 0.2.</summary>
    [Range(0.0, 1.0)]
    public double TrackDistanceMin { get; init; } = s_defaults.TrackDistanceMin;

    /// <summary>Earliest time of the leading cluster of the jet [ns]; published -3, -100 for none.</summary>
    [Range(-100.0, 100.0)]
    public double TimeMin { get; init; } = s_defaults.TimeMin;

    /// <summary>In the words of the room that selects.</summary>
    public EventTrigger ToOptions() => new()
    {
        PtMin = PtMin,
        LogRatioMin = LogRatioMin,
        TrackDistanceMin = TrackDistanceMin,
        TimeMin = TimeMin,
    };
}

/// <summary>The plane that counts background.</summary>
/// <source>arXiv:2203.01009, section 7.</source>
internal sealed record DisplacedPlaneSection
{
    /// <summary>Earliest time of a leading cluster of the two jets [ns]: earlier ones are beam-induced.</summary>
    [Range(-100.0, 100.0)]
    public double TimeMin { get; init; } = -3;

    /// <summary>Share of clean background whose event score counts as high.</summary>
    [Range(0.001, 0.9)]
    public double HighScores { get; init; } = 0.2;

    /// <summary>Share of clean background whose sum of distances to tracks counts as high.</summary>
    [Range(0.001, 0.9)]
    public double HighDistances { get; init; } = 0.2;

    /// <summary>
    /// Jets whose distances to tracks are summed: all, as published, or the others than the one most like signal, whose
    /// tracks the score has seen.
    /// </summary>
    public DistanceSum Distances { get; init; } = DistanceSum.Others;

    /// <summary>
    /// Cuts an event must pass besides; the published ones leave beam-induced events alone, and a plane of one
    /// background closes where one of two does not.
    /// </summary>
    public DisplacedTriggerSection Trigger { get; init; } = DisplacedTriggerSection.Of(EventTrigger.Published);
}
