namespace Moliere.Learning.Optimizers;

/// <summary>How the learning rate moves during a training.</summary>
public enum ScheduleKind
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>It is multiplied by a factor at given epochs.</summary>
    Step,

    /// <summary>It falls along half a cosine.</summary>
    Cosine,

    /// <summary>It rises along half a cosine to its peak, then falls along half a cosine.</summary>
    OneCycle,
}
