namespace Moliere.Validation.Metrics;

/// <summary>
/// The objects that methods are judged on, as columns of equal length B. Rows whose target is not finite and
/// positive are left out of every figure; rows that a method could not calibrate stay in with its factor 1.
/// </summary>
public sealed record ValidationSample
{
    /// <summary>True response R = reconstructed / true of each row, <c>[B]</c>.</summary>
    public required float[] Target { get; init; }

    /// <summary>Event weight of each row, also negative, <c>[B]</c>; null means 1.</summary>
    public float[]? Weights { get; init; }

    /// <summary>
    /// Event of each row, <c>[B]</c>: rows of one event are resampled together, since they share pile-up and true jets.
    /// Null resamples rows.
    /// </summary>
    public ulong[]? Events { get; init; }

    /// <summary>Columns <c>[B]</c> that axes name, such as <c>E_dep</c> or <c>mu</c>.</summary>
    public required IReadOnlyDictionary<string, float[]> Variables { get; init; }

    /// <summary>The methods, in the order of tables and legends.</summary>
    public required IReadOnlyList<MethodSample> Methods { get; init; }

    /// <summary>Number of rows B.</summary>
    public int Rows => Target.Length;

    /// <summary>Column of a variable.</summary>
    /// <param name="name">Name as in <see cref="Variables"/>.</param>
    /// <exception cref="ArgumentException">No such column; the message names those that exist.</exception>
    public float[] Variable(string name) =>
        Variables.TryGetValue(name, out float[]? column)
            ? column
            : throw new ArgumentException(
                $"validation axis '{name}' has no column; the sample has "
                + $"{string.Join(", ", Variables.Keys.Order(StringComparer.Ordinal))}");

    /// <summary>Refuses columns whose length is not B.</summary>
    /// <exception cref="ArgumentException">A column is too short or too long; the message names it.</exception>
    internal void Check()
    {
        Check("weights", Weights?.Length);
        Check("events", Events?.Length);
        foreach ((string name, float[] column) in Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Check($"variable '{name}'", column.Length);
        }

        foreach (MethodSample method in Methods)
        {
            Check($"predicted response of '{method.Name}'", method.Predictions.Response.Length);
            Check($"uncertainty of '{method.Name}'", method.Predictions.SigmaSyst?.Length);
        }
    }

    private void Check(string what, int? length)
    {
        if (length is { } found && found != Rows)
        {
            throw new ArgumentException($"validation sample: {what} has {found} rows, the target has {Rows}");
        }
    }
}
