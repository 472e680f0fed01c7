using System.Globalization;

namespace Moliere.Formats.Tables.Parts;

/// <summary>A set of whole numbers as text such as <c>0-11,24-35</c>: ascending ranges that do not touch.</summary>
internal sealed class NumberRanges
{
    private NumberRanges(IReadOnlyList<(int First, int Last)> ranges) => Ranges = ranges;

    /// <summary>The ranges, both ends included.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges { get; }

    /// <summary>How many numbers.</summary>
    public int Count => Ranges.Sum(range => range.Last - range.First + 1);

    /// <summary>The numbers, ascending.</summary>
    public IEnumerable<int> Numbers =>
        Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    /// <summary>The numbers [first, end).</summary>
    public static NumberRanges Of(int first, int end) => new(end > first ? [(first, end - 1)] : []);

    /// <summary>The ranges of any numbers; a number that comes twice counts once.</summary>
    public static NumberRanges Of(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (int number in numbers.Order())
        {
            if (ranges.Count > 0 && number <= ranges[^1].Last + 1)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return new(ranges);
    }

    /// <summary>Reads the text; null where it is none.</summary>
    public static NumberRanges? Parse(string text)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (string range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = range.Split('-');
            if (ends.Length > 2 || !TryRead(ends[0], out int first) || !TryRead(ends[^1], out int last)
                || last < first || (ranges.Count > 0 && first <= ranges[^1].Last))
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return new(ranges);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Ranges.Select(range => range.First == range.Last
        ? FormattableString.Invariant($"{range.First}")
        : FormattableString.Invariant($"{range.First}-{range.Last}")));

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
