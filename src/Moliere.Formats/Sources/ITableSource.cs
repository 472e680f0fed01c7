using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// Rows with columns that are known before any of them is read, in memory or in files of any size. One thread at a time
/// reads; it may use several inside.
/// </summary>
public interface ITableSource : IDisposable
{
    /// <summary>What messages call it: file, and what inside.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public long RowCount { get; }

    /// <summary>Columns that can be read, in order of the file, with distinct names.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>What else there is, and why it is no column.</summary>
    public IReadOnlyList<SourceGap> Gaps { get; }

    /// <summary>First rows of the ranges that are cheap to read on their own, from 0, ended by the row count.</summary>
    public IReadOnlyList<long> Boundaries { get; }

    /// <summary>
    /// The column of a name, or null: one of <see cref="Columns"/>, or a member of an object that is none itself. Steps
    /// may be joined by <c>.</c> or <c>/</c>.
    /// </summary>
    /// <param name="name">Case-sensitive name.</param>
    public SourceColumn? Find(string name) => SourceNames.In(Columns, name);

    /// <summary>Some columns of consecutive rows, under the names that were asked for.</summary>
    /// <param name="first">First row.</param>
    /// <param name="count">Number of rows; the range must lie in [0, <see cref="RowCount"/>].</param>
    /// <param name="columns">Names, distinct; steps may be joined by <c>.</c> or <c>/</c>.</param>
    /// <param name="threads">Columns to read at a time; the result does not depend on it.</param>
    /// <exception cref="InvalidFileException">
    /// A column is missing or cannot be read, or the file is damaged.
    /// </exception>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1);
}

/// <summary>What there is beside the columns.</summary>
/// <param name="Name">Name as a column would have it.</param>
/// <param name="Reason">Why it is no column, without a full stop.</param>
public sealed record SourceGap(string Name, string Reason);

/// <summary>A column of a source, without its values.</summary>
public sealed class SourceColumn
{
    private readonly Lazy<ColumnKind> _kind;

    /// <summary>A column whose kind is known.</summary>
    /// <param name="name">Name, unique in its source.</param>
    /// <param name="kind">Kind of its values.</param>
    /// <param name="unit">Unit; empty where the file does not say.</param>
    /// <param name="type">Type as the file has it.</param>
    public SourceColumn(string name, ColumnKind kind, string unit = "", string type = "")
        : this(name, () => kind, unit, type)
    {
    }

    internal SourceColumn(string name, Func<ColumnKind> kind, string unit, string type) =>
        (Name, Unit, Type, _kind) = (name, unit, type, new(kind));

    /// <summary>Name, unique in its source.</summary>
    public string Name { get; }

    /// <summary>Unit; empty where the file does not say.</summary>
    public string Unit { get; }

    /// <summary>Type as the file has it, such as <c>vector&lt;float&gt;</c>; empty for tables of the house.</summary>
    public string Type { get; }

    /// <summary>Kind of its values; where its type does not say so, a first row is read.</summary>
    /// <exception cref="InvalidFileException">The first row shows that it is no column.</exception>
    public ColumnKind Kind => _kind.Value;

    /// <summary>Whether it holds numbers or lists of them, which objects do not.</summary>
    public bool HasKind
    {
        get
        {
            try
            {
                return Enum.IsDefined(Kind);
            }
            catch (InvalidFileException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether a row holds a list.</summary>
    /// <exception cref="InvalidFileException">The first row shows that it is no column.</exception>
    public bool IsList => Kind is ColumnKind.FloatList or ColumnKind.IntList;
}
