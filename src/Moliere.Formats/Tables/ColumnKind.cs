using Moliere.Data.Tables;

namespace Moliere.Formats.Tables;

/// <summary>The kinds of column a file can hold.</summary>
public enum ColumnKind
{
    /// <summary>One real number per row, <see cref="FloatColumn"/>.</summary>
    Float,

    /// <summary>One whole number per row, <see cref="LongColumn"/>.</summary>
    Long,

    /// <summary>A list of real numbers per row, <see cref="JaggedColumn{T}"/> of float.</summary>
    FloatList,

    /// <summary>A list of whole numbers per row, <see cref="JaggedColumn{T}"/> of int.</summary>
    IntList,
}

/// <summary>What a column is, without its values.</summary>
/// <param name="Name">Name, unique in its table.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Unit">House unit of the values; empty for pure numbers.</param>
/// <param name="Description">One sentence for readers; may be empty.</param>
public sealed record ColumnSpec(string Name, ColumnKind Kind, string Unit = "", string Description = "")
{
    /// <summary>The description of an existing column.</summary>
    /// <param name="column">One of the four kinds.</param>
    /// <exception cref="ArgumentException">The column is a list of another element type.</exception>
    public static ColumnSpec Of(Column column) => new(column.Name, KindOf(column), column.Unit, column.Description);

    private static ColumnKind KindOf(Column column) => column switch
    {
        FloatColumn => ColumnKind.Float,
        LongColumn => ColumnKind.Long,
        JaggedColumn<float> => ColumnKind.FloatList,
        JaggedColumn<int> => ColumnKind.IntList,
        _ => throw new ArgumentException(
            $"Column '{column.Name}' is a {column.GetType().Name}; "
            + "files hold float and long columns and lists of float or int."),
    };
}
