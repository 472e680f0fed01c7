namespace Moliere.Data.Tables;

/// <summary>Numbers that the ntuples of experiments hold where a value is missing.</summary>
/// <source>Physics notes section 2.1 (-999) and section 4, pitfall 13 (-1111).</source>
public static class MissingMarks
{
    /// <summary>What most variables have: -999.</summary>
    public const float Usual = -999;

    /// <summary>All of them, in the units of the file.</summary>
    public static IReadOnlyList<float> All { get; } = [Usual, -1111];

    /// <summary>Whether a value is there: finite and none of the marks.</summary>
    /// <param name="value">A value of any column, in the units of the file.</param>
    public static bool IsPresent(float value) => float.IsFinite(value) && value != Usual && value != -1111;
}
