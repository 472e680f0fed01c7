namespace Moliere.Validation.Metrics.Dijets;

/// <summary>Dijets that methods are compared on, as columns of equal length B; every method sees the same
/// ones.</summary>
public sealed record BalanceSample
{
    /// <summary>Event of each dijet, <c>[B]</c>; replicas take events.</summary>
    public required ulong[] Events { get; init; }

    /// <summary>Event weights, <c>[B]</c>; null means 1.</summary>
    public float[]? Weights { get; init; }

    /// <summary>Columns <c>[B]</c> of axes, such as the initial pT_avg; never made of what a method predicts.</summary>
    public required IReadOnlyDictionary<string, float[]> Variables { get; init; }

    /// <summary>Momenta that methods start from: shift and slope are relative to them.</summary>
    public required BalancePair Initial { get; init; }

    /// <summary>True momenta; not positive where a jet has none. Null for data.</summary>
    public BalancePair? Truth { get; init; }

    /// <summary>Methods with the momenta they give, in the order of tables and legends.</summary>
    public required IReadOnlyList<(string Name, BalancePair Jets)> Methods { get; init; }

    /// <summary>Number of dijets B.</summary>
    public int Rows => Events.Length;

    /// <summary>Refuses columns whose length is not B.</summary>
    /// <exception cref="ArgumentException">A column is too short or too long; the message names it.</exception>
    internal void Check()
    {
        Check("weights", Weights?.Length ?? Rows);
        Check("initial jets", Initial);
        if (Truth is not null)
        {
            Check("true jets", Truth);
        }

        foreach ((string name, float[] column) in Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Check($"variable '{name}'", column.Length);
        }

        foreach ((string name, BalancePair jets) in Methods)
        {
            Check($"jets of '{name}'", jets);
        }
    }

    /// <summary>The weights, 1 where there are none.</summary>
    internal float[] WeightsOrOnes()
    {
        if (Weights is not null)
        {
            return Weights;
        }

        var ones = new float[Rows];
        Array.Fill(ones, 1);
        return ones;
    }

    private void Check(string what, BalancePair pair)
    {
        Check(what, pair.Reference.Length);
        Check(what, pair.Probe.Length);
    }

    private void Check(string what, int length)
    {
        if (length != Rows)
        {
            throw new ArgumentException($"balance sample: {what} have {length} rows, there are {Rows} dijets");
        }
    }
}
