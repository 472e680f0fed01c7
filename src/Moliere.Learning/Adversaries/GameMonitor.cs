using Moliere.Learning.Losses;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// Judges the players by what main says about rows, in numbers that mean something outside the game. It must not change
/// between calls: what it says is a function of what it sees.
/// </summary>
/// <source>
/// arXiv:2203.01009 and the public code of its training: epochs chosen by Kolmogorov-Smirnov distances, not by a loss.
/// </source>
public abstract class GameMonitor
{
    /// <summary>What the score is, for tables and messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Everything that changes scores, measures or complaints, in one line: a checkpoint of another line is refused.
    /// </summary>
    public abstract string Identity { get; }

    /// <summary>Largest score with which players are as good as they need to be; infinity to watch only.</summary>
    public abstract double Limit { get; }

    /// <summary>Judges one epoch.</summary>
    /// <param name="view">Outputs of main, as the adversary sees them.</param>
    /// <returns>A score, lower is better; a complaint means that these players must not be kept.</returns>
    public abstract Verdict Judge(GameView view);
}
