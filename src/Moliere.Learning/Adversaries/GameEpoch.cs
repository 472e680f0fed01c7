using Moliere.Learning.Losses;

namespace Moliere.Learning.Adversaries;

/// <summary>What is remembered of one epoch of a game; losses are in nats where they are likelihoods.</summary>
/// <param name="Lambda">Price of the adversary's success in this epoch.</param>
/// <param name="Epoch">Epochs played with this lambda, from 1; 0 for the players before the first move.</param>
/// <param name="MainLoss">Loss of main on the validation rows, as it is used.</param>
/// <param name="AdversaryLoss">Loss of the adversary on the control validation rows, as it is used.</param>
public sealed record GameEpoch(double Lambda, int Epoch, double MainLoss, double AdversaryLoss)
{
    /// <summary>Mean loss of main over the updates of the epoch, while it was changing; NaN before the first.</summary>
    public double MainTrainingLoss { get; init; } = double.NaN;

    /// <summary>Mean loss of the adversary over its updates of the epoch; NaN before the first.</summary>
    public double AdversaryTrainingLoss { get; init; } = double.NaN;

    /// <summary>What the monitors say, in their order.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>By what the monitors' scores exceed their limits, in units of these, summed; 0 within all.</summary>
    public double Excess { get; init; }

    /// <summary>Value of the game, main's loss minus lambda times the adversary's.</summary>
    public double Value => MainLoss - (Lambda * AdversaryLoss);

    /// <summary>First complaint of a monitor; null for a healthy epoch.</summary>
    public string? Complaint => Verdicts.FirstOrDefault(verdict => verdict.Complaint is not null)?.Complaint;

    /// <summary>Whether this epoch is to be kept rather than another healthy one.</summary>
    /// <param name="other">The other.</param>
    public bool IsBetterThan(GameEpoch other) =>
        Excess < other.Excess || (Excess == other.Excess && MainLoss < other.MainLoss);
}
