using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Losses;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>Training on dijet events: L = f1 NLL + f2 sigma_A + f3 C.</summary>
/// <source>Physics notes section 2.4, item 3; f1 = 0, f2 = 1, f3 = 3 is the setting there.</source>
public sealed record InSituOptions
{
    /// <summary>f1: likelihood of the true momentum; needs truth unless 0.</summary>
    [Range(0, 1e6)]
    public double NllWeight { get; init; }

    /// <summary>f2: width of the asymmetry, or the other objective.</summary>
    [Range(0, 1e6)]
    public double WidthWeight { get; init; } = 1;

    /// <summary>f3: what is held of the momenta.</summary>
    [Range(0, 1e6)]
    public double ConstraintWeight { get; init; } = 3;

    /// <summary>What f2 multiplies.</summary>
    public InSituObjective Objective { get; init; } = InSituObjective.AsymmetryWidth;

    /// <summary>How distant asymmetries count; radiation makes tails.</summary>
    public WidthKind Width { get; init; } = WidthKind.Huber;

    /// <summary>What f3 multiplies.</summary>
    public ScaleConstraint Constraint { get; init; } = ScaleConstraint.BinMeansAndSlope;

    /// <summary>How outputs become momenta.</summary>
    public MomentumOutput Output { get; init; } = MomentumOutput.PositiveFactor;

    /// <summary>Momentum of a raw output of 1 [GeV]; 0 for the mean one of the training events.</summary>
    [Range(0, 1e5)]
    public double RawUnit { get; init; }

    /// <summary>Width in ln of the average momentum of the frozen bins, about.</summary>
    [Range(0.001, 1)]
    public double BinWidth { get; init; } = 0.05;

    /// <summary>
    /// Fewest events of a batch in a bin of the width; neighbouring bins are joined until they have as many.
    /// </summary>
    /// <source>Physics notes section 2.4: from 1000 events.</source>
    [Range(10, 1_000_000)]
    public int EventsPerWidth { get; init; } = 1000;

    /// <summary>Epochs on the likelihood alone, with the same outputs, before the width joins; needs truth.</summary>
    [Range(0, 10_000)]
    public int PretrainingEpochs { get; init; }

    /// <summary>Which events are used.</summary>
    public DijetSelectionOptions Selection { get; init; } = new();

    /// <summary>What stops the training.</summary>
    public MonitorLimits Limits { get; init; } = new();

    /// <summary>How to train; the batch size is in jets, two per event.</summary>
    public TrainerOptions Training { get; init; } = new()
    {
        Epochs = 40,
        BatchSize = 4096,
        LearningRate = 1e-3,
        Patience = 15,
        StartFromTargetMoments = false,
    };

    /// <summary>The settings of a mode, with everything else as here.</summary>
    /// <param name="mode">Which.</param>
    public InSituOptions With(InSituMode mode) => mode switch
    {
        InSituMode.NllOnly => this with { NllWeight = 1, WidthWeight = 0, ConstraintWeight = 0, Constraint = 0 },
        InSituMode.Naive => this with
        {
            NllWeight = 1,
            ConstraintWeight = 0,
            Objective = InSituObjective.AsymmetryWidth, // momenta below zero have no logarithm to correlate
            Constraint = ScaleConstraint.Free,
            Output = MomentumOutput.Raw,
            RawUnit = 1,
            PretrainingEpochs = 0,
            Limits = Limits with { Patience = 0 },
        },
        InSituMode.NoConstraint => this with
        {
            ConstraintWeight = 0,
            Constraint = ScaleConstraint.Free,
            Limits = Limits with { Patience = 0 },
        },
        InSituMode.BatchMean => this with
        {
            Constraint = ScaleConstraint.BatchMean,
            Limits = Limits with { Patience = 0 },
        },
        _ => this,
    };
}
