using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// Objects of a class inside objects of the same class: their columns are made when the first of them is read, since
/// the types alone never end. Where none was read, an array without elements and without members.
/// </summary>
/// <param name="className">The class.</param>
/// <param name="recipe">Makes its columns; null where another of its members has no reader.</param>
internal sealed class RecursiveColumn(string className, Func<ColumnBuilder>? recipe) : ColumnBuilder
{
    private const int DeepestObject = 32;

    private static readonly ThreadLocal<int> s_depth = new();

    private ColumnBuilder? _content;

    public override void Read(RootCursor cursor, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (s_depth.Value >= DeepestObject)
        {
            throw cursor.Wrong($"an object inside {DeepestObject} of the same class", "fewer inside each other");
        }

        s_depth.Value++;
        try
        {
            _content ??= recipe?.Invoke() ?? throw cursor.Wrong(
                $"an object of class {className}, which has members of an unknown kind", "none",
                "leave this branch out");
            _content.Read(cursor, count);
        }
        finally
        {
            s_depth.Value--;
        }
    }

    /// <summary>The objects, to be read member by member.</summary>
    public ClassColumn? Objects() => (_content ??= recipe?.Invoke()) as ClassColumn;

    public override RootArray Build() => _content?.Build() ?? new RecordArray(0, []);
}
