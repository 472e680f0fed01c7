using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Tagging.Decorrelation;

/// <summary>Shape and training of a network, plain or decorrelated.</summary>
/// <source>ATL-PHYS-PUB-2018-014, section 4.2, and its public code, for the shapes.</source>
public sealed record NetworkOptions
{
    /// <summary>Layers of the tagger.</summary>
    public MlpOptions Tagger { get; init; } = new()
    {
        Hidden = [64, 64, 64],
        Activation = Activation.Relu,
        Normalisation = Normalisation.Batch,
    };

    /// <summary>How the plain tagger and that with distance correlation are trained.</summary>
    public TrainerOptions Training { get; init; } = new()
    {
        Epochs = 40,
        BatchSize = 2048, // arXiv:2001.05310: a correlation wants some thousands
        LearningRate = 0.005, // a tenth of that of ATL-PHYS-PUB-2018-014, whose batches are four times larger
    };

    /// <summary>Units of the adversary's hidden layer.</summary>
    [Range(1, 4096)]
    public int AdversaryUnits { get; init; } = 64; // ATL-PHYS-PUB-2018-014

    /// <summary>Densities of the adversary's mixture.</summary>
    [Range(1, 64)]
    public int Components { get; init; } = 20; // ATL-PHYS-PUB-2018-014

    /// <summary>Passes over the training jets in the game of one lambda.</summary>
    [Range(1, 100_000)]
    public int GameEpochs { get; init; } = 40; // as many as the plain tagger; not tuned

    /// <summary>Whether tagger and adversary move in turn, or at once on the same jets (gradient reversal).</summary>
    public GameMode Mode { get; init; } = GameMode.Alternating;

    /// <summary>
    /// Epochs without a better one after which a game is over; 0 for never. Better is what sculpts validation jets
    /// less beyond chance or, where both are within chance, has the lower cross-entropy.
    /// </summary>
    [Range(0, 100_000)]
    public int Patience { get; init; }

    /// <summary>Updates of the adversary before each of the tagger, where they move in turn.</summary>
    [Range(1, 10_000)]
    public int AdversarySteps { get; init; } = 5; // follows the tagger on validation jets; 1 lags behind

    /// <summary>Passes over background jets that the adversary makes before the game.</summary>
    [Range(0, 10_000)]
    public int AdversaryPretraining { get; init; } = 10; // ATL-PHYS-PUB-2018-014

    /// <summary>Rate of the adversary's Adam.</summary>
    [Range(1e-8, 1)]
    public double AdversaryRate { get; init; } = 0.005; // that of the plain tagger; not tuned

    /// <summary>
    /// Rate of the tagger's Adam in the game, against 1 + lambda: the price must not speed the player up.
    /// </summary>
    [Range(1e-8, 1)]
    public double GameRate { get; init; } = 0.001;
}
