using System.ComponentModel.DataAnnotations;
using Moliere.Learning.Adversaries;

namespace Moliere.Tagging.Pivot;

/// <summary>How a classifier of any table is made independent of a nuisance.</summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.2, and its public program.</source>
public sealed record TablePivotOptions
{
    /// <summary>What the classifier pays for each nat that the adversary finds out [1]; 0 for nothing.</summary>
    [Range(0, 1e6)]
    public double Lambda { get; init; } = 10;

    /// <summary>Smaller prices to play first, rising, for as many iterations each.</summary>
    public double[] Ramp { get; init; } = [];

    /// <summary>Whether both players move in turn, or at once on the same rows (gradient reversal).</summary>
    public GameMode Mode { get; init; } = GameMode.Alternating;

    /// <summary>Whether the classifier sees rows of the lower value of a binary nuisance alone.</summary>
    public bool IsBlindToNuisance { get; init; }

    /// <summary>Hidden layers of both networks; the first of the classifier is tanh, all others ReLU.</summary>
    public int[] Hidden { get; init; } = [32, 32]; // tuned, as all below, on 29 000 jets of seeds 901 and 902

    /// <summary>Passes that the classifier makes alone at first.</summary>
    [Range(0, 10_000)]
    public int PretrainClassifier { get; init; } = 30; // tuned on the same

    /// <summary>Passes that the adversary then makes against it.</summary>
    [Range(0, 10_000)]
    public int PretrainAdversary { get; init; } = 10;

    /// <summary>Steps of the classifier in the game, a multiple of <see cref="TablePivot.StepsPerEpoch"/>.</summary>
    [Range(TablePivot.StepsPerEpoch, 100_000)]
    public int Iterations { get; init; } = 2000; // tuned on the same: 800 are too few at 1000

    /// <summary>Steps of the adversary before each of them, where they move in turn.</summary>
    [Range(1, 100_000)]
    public int AdversarySteps { get; init; } = 10; // tuned on the same

    /// <summary>Rows per step of either network.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 256; // tuned on the same

    /// <summary>
    /// Learning rate of the classifier, by plain gradient descent as in the published program: its steps grow with the
    /// price, where those of Adam have one length at any price.
    /// </summary>
    [Range(1e-8, 10)]
    public double ClassifierRate { get; init; } = 0.02; // tuned on the same

    /// <summary>Learning rate of the adversary, by Adam.</summary>
    [Range(1e-8, 10)]
    public double AdversaryRate { get; init; } = 3e-3; // tuned on the same, with Adam: at 1e-3 it falls behind

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of starting weights and orders of rows.</summary>
    public ulong Seed { get; init; } = 1;
}
