using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>How regression trees of taus are grown.</summary>
/// <source>ATL-PHYS-PUB-2015-045, section 4; physics notes section 3.4, item 3.</source>
public sealed record TreeCalibrationOptions
{
    /// <summary>What is learnt.</summary>
    public TreeTarget Target { get; init; } = TreeTarget.LogRatio;

    /// <summary>
    /// Rounds, sizes and objective: squared, Huber or quantile for a value alone, Gaussian for a value with its width.
    /// </summary>
    public BoostingOptions Boosting { get; init; } = new()
    {
        Objective = TreeObjective.Squared,
        Rounds = 300,
        MaxDepth = 6,
        LearningRate = 0.1,
        MinChildWeight = 50,
        Patience = 20,
    };

    /// <summary>Which taus are learnt from and calibrated.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>Correction of the median after the trees, as after every learnt method; null for none.</summary>
    public ClosureOptions? Closure { get; init; } = new TauScalesOptions().Closure;

    /// <summary>Targets beyond this factor up or down are left out: one of the scales has failed.</summary>
    [Range(1.1, 1e6)]
    public double LargestFactor { get; init; } = 10; // pitfall 1 of the physics notes: responses within [0.1, 10]

    /// <summary>Column of training weights; empty for equal ones.</summary>
    public string WeightColumn { get; init; } = "";
}
