namespace Moliere.Learning.Adversaries;

/// <summary>Who moves when.</summary>
public enum GameMode
{
    /// <summary>The adversary makes its updates against a frozen main player, then main one against it.</summary>
    Alternating,

    /// <summary>
    /// Both move at once on the same rows: the adversary down its loss, main up it (gradient reversal), with a lambda
    /// that rises from 0.
    /// </summary>
    Reversal,
}
