namespace Moliere.Validation.Metrics.Tagging;

/// <summary>Objects of two classes that taggers are compared on, as columns of equal length N.</summary>
public sealed record TaggingSample
{
    /// <summary>Event of each object [N], which replicas take whole; null makes each its own.</summary>
    public ulong[]? Events { get; init; }

    /// <summary>Whether an object is signal [N].</summary>
    public required bool[] IsSignal { get; init; }

    /// <summary>Weights [N]; null for all 1.</summary>
    public float[]? Weights { get; init; }

    /// <summary>Columns [N] of axes, such as mass and momentum.</summary>
    public IReadOnlyDictionary<string, float[]> Variables { get; init; } = new Dictionary<string, float[]>();

    /// <summary>The taggers in the order of tables and legends.</summary>
    public required IReadOnlyList<TaggedScores> Methods { get; init; }

    /// <summary>Number of objects N.</summary>
    public int Rows => IsSignal.Length;

    /// <summary>The weights, 1 where there are none [N].</summary>
    internal float[] WeightsOrOnes() => Weights ?? [.. Enumerable.Repeat(1f, Rows)];

    /// <summary>Refuses columns whose length is not N and samples of one class.</summary>
    /// <exception cref="ArgumentException">The message names the column or the class.</exception>
    internal void Check()
    {
        Check("events", Events?.Length ?? Rows);
        Check("weights", Weights?.Length ?? Rows);
        foreach ((string name, float[] column) in Variables)
        {
            Check($"variable '{name}'", column.Length);
        }

        foreach (TaggedScores method in Methods)
        {
            Check($"scores of '{method.Name}'", method.Scores.Length);
        }

        if (!IsSignal.Contains(true) || !IsSignal.Contains(false))
        {
            string missing = IsSignal.Contains(true) ? "background" : "signal";
            throw new ArgumentException($"None of the {Rows} objects is {missing}; taggers are judged on both.");
        }
    }

    private void Check(string what, int length)
    {
        if (length != Rows)
        {
            throw new ArgumentException($"tagging sample: {what} have {length} rows, there are {Rows} objects");
        }
    }
}

/// <summary>What one tagger says.</summary>
/// <param name="Name">In tables and legends.</param>
/// <param name="Scores">[N], larger for signal, no NaN.</param>
/// <param name="Cut">Score from which on an object passes, chosen on other objects; null for none.</param>
public sealed record TaggedScores(string Name, float[] Scores, float? Cut = null)
{
    /// <summary>Whether scores are probabilities of signal, which cross-entropy needs.</summary>
    public bool IsProbability { get; init; }
}
