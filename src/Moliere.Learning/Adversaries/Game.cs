using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// A game of two networks: main learns its task, the adversary learns to tell from main's outputs what they must not
/// tell, and main is taught to leave it in the dark. Value of the game: main's loss minus lambda times the adversary's.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 3; Goodfellow et al., arXiv:1406.2661, section 4.</source>
public sealed record Game
{
    /// <summary>The player with a task; changed by the game.</summary>
    public required Network Main { get; init; }

    /// <summary>Its task.</summary>
    public required Loss MainLoss { get; init; }

    /// <summary>Rows of the task.</summary>
    public required TrainingRows Train { get; init; }

    /// <summary>Rows of the task on which epochs are judged.</summary>
    public required TrainingRows Validation { get; init; }

    /// <summary>The player who watches main's outputs, then the context, [V + C]; changed by the game.</summary>
    public required Network Adversary { get; init; }

    /// <summary>What it tries to tell; a loss of classes asks for all of them in the control sample.</summary>
    public required Loss AdversaryLoss { get; init; }

    /// <summary>
    /// Where main must not give it away: main's features, as target what the adversary is after, weights of their own,
    /// and as context what else the adversary may see. Groups are not kept together.
    /// </summary>
    public required CoupledRows Control { get; init; }

    /// <summary>The same for judging epochs.</summary>
    public required CoupledRows ControlValidation { get; init; }

    /// <summary>What the adversary sees of main's outputs.</summary>
    public OutputView OutputView { get; init; } = OutputView.Raw;

    /// <summary>
    /// Who judges epochs. Kept are the players of the epoch with the least excess over the monitors' limits, among
    /// equals the one with the lowest main loss; epochs complained of never are. Without monitors the last is kept.
    /// </summary>
    public IReadOnlyList<GameMonitor> Monitors { get; init; } = [];

    /// <summary>Refuses what cannot be played; the message says what is wrong.</summary>
    /// <exception cref="ArgumentException">
    /// Shapes that disagree, empty or non-finite data, lists too long, targets that a loss cannot learn from.
    /// </exception>
    public void Check()
    {
        CheckRows(Train, "training", Main, MainLoss);
        CheckRows(Validation, "validation", Main, MainLoss);
        CheckRows(Control, "control", Main, AdversaryLoss);
        CheckRows(ControlValidation, "control validation", Main, AdversaryLoss);
        RequireOutputs(Main, MainLoss, "main player");
        RequireOutputs(Adversary, AdversaryLoss, "adversary");
        int seen = Main.OutputCount + Control.ContextWidth;
        if (Adversary.InputCount != seen || ControlValidation.ContextWidth != Control.ContextWidth)
        {
            throw new ArgumentException(
                $"The adversary takes {Adversary.InputCount} inputs; main has {Main.OutputCount} outputs and the "
                + $"control samples have contexts of {Control.ContextWidth} and {ControlValidation.ContextWidth}.");
        }
    }

    private static void CheckRows(TrainingRows rows, string name, Network network, Loss loss)
    {
        rows.Check(name);
        network.Require(rows);
        loss.CheckTargets(rows, name);
    }

    private static void RequireOutputs(Network network, Loss loss, string name)
    {
        if (network.OutputCount != loss.OutputCount)
        {
            throw new ArgumentException(
                $"The {name} has {network.OutputCount} outputs; {loss.GetType().Name} needs {loss.OutputCount}.");
        }
    }
}
