using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Displaced;

/// <summary>How the network of displaced jets is trained in three steps: alone, its adversary alone, both in turn.
/// </summary>
/// <source>gordonwatts/CalRatioTrainer: weight, rate and number of updates of the adversary.</source>
public sealed record DisplacedTrainingOptions
{
    /// <summary>How jets become inputs.</summary>
    public DisplacedInputs Inputs { get; init; } = new();

    /// <summary>Shape of the network.</summary>
    public DisplacedNetworkOptions Network { get; init; } = new();

    /// <summary>The first step: the network alone.</summary>
    public TrainerOptions Alone { get; init; } = new() { Epochs = 20, BatchSize = 256, Patience = 5 };

    /// <summary>Units of the adversary's layers, which sees three probabilities.</summary>
    public IReadOnlyList<int> AdversaryHidden { get; init; } = [24, 12, 6]; // gordonwatts/CalRatioTrainer

    /// <summary>The second and the third step.</summary>
    public GameOptions Game { get; init; } = new()
    {
        Lambda = 1, // with logarithms of scores: on validation jets of a toy, distance 0.03 for 0.004 of area
        AdversarySteps = 2,
        Epochs = 15,
        BatchSize = 256,
        ControlBatchSize = 512,
        PretrainAdversary = 3,
        Main = Player(8e-4),
        Adversary = Player(8e-4),
    };

    /// <summary>What the adversary sees of the three scores.</summary>
    public OutputView View { get; init; } = OutputView.LogSoftmax;

    /// <summary>Epochs whose scores lie further apart between data and simulation are not good enough.</summary>
    [Range(0, 1)]
    public double DistanceLimit { get; init; } = 0.1; // scores of the published network differ by 0.09 to 0.11

    /// <summary>A player as published: Nadam at a constant rate.</summary>
    /// <param name="rate">Learning rate.</param>
    public static PlayerOptions Player(double rate) => new()
    {
        Optimizer = new() { Kind = OptimizerKind.Nadam },
        LearningRate = rate,
        ClipNorm = 1,
    };
}
