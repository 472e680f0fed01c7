using System.ComponentModel.DataAnnotations;

namespace Moliere.Learning.Adversaries;

/// <summary>The rules of a game. Two games with equal rules, data and players give the same bits.</summary>
public sealed record GameOptions
{
    /// <summary>What main pays for each nat of the adversary's success; 0 plays without consequences.</summary>
    [Range(0, 1e9)]
    public double Lambda { get; init; } = 10;

    /// <summary>
    /// Smaller lambdas to play first, in this order and for as many epochs each; every one starts from the players that
    /// the one before has kept, with optimisers that have forgotten.
    /// </summary>
    public double[] Ramp { get; init; } = [];

    /// <summary>Whether players move in turn or at once.</summary>
    public GameMode Mode { get; init; } = GameMode.Alternating;

    /// <summary>Updates of the adversary before each of main; 0 for one pass over the control sample.</summary>
    [Range(0, 1_000_000)]
    public int AdversarySteps { get; init; } = 1;

    /// <summary>Epochs for each lambda; after each the monitors judge.</summary>
    [Range(1, 1_000_000)]
    public int Epochs { get; init; } = 100;

    /// <summary>
    /// Epochs without improvement, by the rule of the monitors, after which a lambda is done with: the next follows, or
    /// the game ends. Unhealthy epochs improve nothing; without monitors every one does. 0 for never.
    /// </summary>
    [Range(0, 1_000_000)]
    public int Patience { get; init; }

    /// <summary>Updates of main in an epoch; 0 for one pass over its training rows.</summary>
    [Range(0, 1_000_000)]
    public int StepsPerEpoch { get; init; }

    /// <summary>Training rows per update of main.</summary>
    [Range(1, 10_000_000)]
    public int BatchSize { get; init; } = 512;

    /// <summary>Control rows per update of either player.</summary>
    [Range(1, 10_000_000)]
    public int ControlBatchSize { get; init; } = 512;

    /// <summary>Passes over the training rows that main makes alone at first.</summary>
    [Range(0, 100_000)]
    public int PretrainMain { get; init; }

    /// <summary>Passes over the control rows that the adversary then makes against it.</summary>
    [Range(0, 100_000)]
    public int PretrainAdversary { get; init; }

    /// <summary>How main learns.</summary>
    public PlayerOptions Main { get; init; } = new();

    /// <summary>How the adversary learns.</summary>
    public PlayerOptions Adversary { get; init; } = new();

    /// <summary>
    /// The game has run away when main's validation loss exceeds this multiple of that before the first move, or of
    /// that it came with, plus one nat: it ends, and the last healthy players are kept. Pre-training has run away when
    /// the loss of who learns exceeds this multiple of what it came with, plus one nat.
    /// </summary>
    [Range(1, 1e6)]
    public double Explosion { get; init; } = 20; // healthy: 0.72 from 0.45 in the toy of arXiv:1611.01046; tenfold

    /// <summary>Worker threads; does not change the result.</summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Seed of the orders of rows and of dropped units.</summary>
    public ulong Seed { get; init; } = 1;
}
