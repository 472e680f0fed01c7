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
        Objective = TreeObjective.Huber, // 0.7 % narrower than squared: central 68 % of 20,000 validation taus
        Delta = 0.1, // tuned on the same, 0.05 to 0.2 are alike: about one width of the combined scale
        Rounds = 1000,
        MaxDepth = 8, // tuned on the validation loss, 60,000 training taus: 6 is 1 % larger
        LearningRate = 0.1,
        MinChildWeight = 50, // tuned on the same at depth 6, 10 and 200 are 1 % larger
        Patience = 30,
    };

    /// <summary>Which taus are learnt from and calibrated.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>Correction of the median after the trees, as after every learnt method; null for none.</summary>
    public ClosureOptions? Closure { get; init; } = TauClosure.Learnt;
}
