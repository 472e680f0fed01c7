using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>What a tau network learns from and what it learns, with network and training that suit it.</summary>
public sealed record TauNetworkOptions
{
    /// <summary>What the network learns.</summary>
    public TauTarget Target { get; init; }

    /// <summary>Whether both ends of the detector count as one.</summary>
    public bool FoldEta { get; init; } = true;

    /// <summary>Which taus are learnt from and calibrated.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>
    /// Floor of the widths of a mixture, as a share of the spread of the target: without one a component can collapse
    /// onto taus whose combined momentum happens to be that of the truth.
    /// </summary>
    [Range(1e-4, 1.0)]
    public double LeastWidth { get; init; } = 0.02; // tuned on the validation loss, 62,000 taus of the default process

    /// <summary>Whether uncertainties are scaled to what validation taus show.</summary>
    public bool ScaleSpread { get; init; } = true;

    /// <summary>The correction of the median after the network, as after every learnt method; null for none.</summary>
    public ClosureOptions? Closure { get; init; } = TauClosure.Learnt;

    /// <summary>
    /// The published network: five layers of 192 to 64 units, two normal densities. The median is its value, which a
    /// change from t to its logarithm does not move.
    /// </summary>
    /// <source>Physics notes section 3.3.</source>
    public static NetworkOptions Network { get; } = new()
    {
        Plan = new()
        {
            Shape = new() { Hidden = [192, 192, 192, 128, 64] },
            Loss = new MixtureNll(2),
        },
        Central = CentralValue.Median,
    };

    /// <summary>
    /// A training of 25 epochs with large steps and a strong decay of weights, instead of the published one of 77
    /// epochs with small steps: more taus than parameters are rare, and without the decay their noise is learnt.
    /// </summary>
    public static TrainerOptions Training { get; } = new()
    {
        Epochs = 25, // as many as two cores do in a minute for 180 000 taus
        BatchSize = 512,
        LearningRate = 2e-3, // this and the decay: tuned on the validation loss, 62,000 taus of the default process
        Optimizer = new() { Kind = OptimizerKind.AdamW, WeightDecay = 1 },
        Patience = 0,
    };
}
