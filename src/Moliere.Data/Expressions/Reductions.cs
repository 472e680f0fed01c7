namespace Moliere.Data.Expressions;

/// <summary>Which lists a reduction takes.</summary>
internal enum ReductionInput
{
    /// <summary>Lists of numbers.</summary>
    Numbers,

    /// <summary>Lists of conditions.</summary>
    Conditions,

    /// <summary>Either; a condition that is true counts as 1.</summary>
    Either,
}

/// <summary>
/// The value of one row's list; <paramref name="isCondition"/> says whether it is a list of conditions.
/// </summary>
internal delegate double ListFunction(ReadOnlySpan<double> list, bool isCondition);

/// <summary>A function that makes one value of a list.</summary>
internal sealed record Reduction(
    string Symbol,
    ListFunction Apply,
    ReductionInput Takes = ReductionInput.Numbers,
    bool GivesCondition = false);

/// <summary>
/// All functions of lists. Of an empty list sum and count are 0, any is false, all is true, and the others are NaN. An
/// element that is NaN makes sum, mean, min and max NaN.
/// </summary>
internal static class Reductions
{
    public static readonly Reduction[] All =
    [
        new("sum", (list, _) => Sum(list), ReductionInput.Either),
        new("count", (list, isCondition) => isCondition ? Sum(list) : list.Length, ReductionInput.Either),
        new("mean", (list, _) => Sum(list) / list.Length, ReductionInput.Either),
        new("min", (list, _) => Fold(list, Math.Min)),
        new("max", (list, _) => Fold(list, Math.Max)),
        new("first", (list, _) => list.IsEmpty ? double.NaN : list[0]),
        new("argmin", (list, _) => Place(list, (value, best) => value < best)),
        new("argmax", (list, _) => Place(list, (value, best) => value > best)),
        new("any", (list, _) => list.Contains(1) ? 1 : 0, ReductionInput.Conditions, true),
        new("all", (list, _) => list.Contains(0) ? 0 : 1, ReductionInput.Conditions, true),
    ];

    private static double Sum(ReadOnlySpan<double> list)
    {
        double sum = 0;
        foreach (double value in list)
        {
            sum += value;
        }

        return sum;
    }

    private static double Fold(ReadOnlySpan<double> list, Func<double, double, double> better)
    {
        double best = list.IsEmpty ? double.NaN : list[0];
        foreach (double value in list)
        {
            best = better(best, value);
        }

        return best;
    }

    // The first of equal ones; an element that is NaN is never the best.
    private static double Place(ReadOnlySpan<double> list, Func<double, double, bool> isBetter)
    {
        int best = -1;
        for (int i = 0; i < list.Length; i++)
        {
            best = !double.IsNaN(list[i]) && (best < 0 || isBetter(list[i], list[best])) ? i : best;
        }

        return best < 0 ? double.NaN : best;
    }
}
