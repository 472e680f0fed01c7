namespace Moliere.Data.Expressions;

/// <summary>Combines the values of two nodes element by element; a number goes with every element of a list.</summary>
internal static class Pairing
{
    public static void Elements(
        Func<double, double, double> function, Span<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            left[i] = function(left[i], right[i]);
        }
    }

    public static void ListWithNumber(
        Func<double, double, double> function, ValueBlock lists, ReadOnlySpan<double> numbers)
    {
        Span<double> values = lists.Values;
        for (int row = 0, i = 0; row < numbers.Length; row++)
        {
            for (int end = lists.Offsets[row + 1]; i < end; i++)
            {
                values[i] = function(values[i], numbers[row]);
            }
        }
    }

    public static void NumberWithList(
        Func<double, double, double> function, ReadOnlySpan<double> numbers, ValueBlock lists)
    {
        Span<double> values = lists.Values;
        for (int row = 0, i = 0; row < numbers.Length; row++)
        {
            for (int end = lists.Offsets[row + 1]; i < end; i++)
            {
                values[i] = function(numbers[row], values[i]);
            }
        }
    }

    /// <summary>Replaces each index by the element of the row's list at it.</summary>
    public static void Gather(ValueBlock lists, ValueBlock indices, bool countsFromEnd)
    {
        Span<double> values = indices.Values;
        for (int row = 0, i = 0; row < lists.Rows; row++)
        {
            for (int end = indices.Offsets[row + 1]; i < end; i++)
            {
                values[i] = ValueBlock.ElementAt(lists[row], values[i], countsFromEnd);
            }
        }
    }
}
