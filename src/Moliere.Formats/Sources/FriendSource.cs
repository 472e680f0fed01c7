using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Sources;

/// <summary>
/// A source with further columns from others that have the same rows in the same order, as friends of a tree. A name
/// that the first already has is found under <c>friend.name</c>, where friend is what the friend was called.
/// </summary>
public sealed class FriendSource : ITableSource
{
    private readonly ITableSource _main;
    private readonly Dictionary<string, (ITableSource Source, string Name)> _where = new(StringComparer.Ordinal);

    /// <summary>Joins sources by row.</summary>
    /// <param name="main">Gives rows and name.</param>
    /// <param name="friends">Others, and what each is called.</param>
    /// <exception cref="InvalidFileException">A friend has another number of rows.</exception>
    public FriendSource(ITableSource main, IReadOnlyList<(string Alias, ITableSource Source)> friends)
    {
        (_main, Sources) = (main, [main, .. friends.Select(friend => friend.Source)]);
        var columns = new List<SourceColumn>(main.Columns);
        foreach (SourceColumn column in main.Columns)
        {
            _where.Add(column.Name, (main, column.Name));
        }

        foreach ((string alias, ITableSource friend) in friends)
        {
            RequireSameRows(main, friend);
            foreach (SourceColumn column in friend.Columns)
            {
                string name = _where.ContainsKey(column.Name) ? $"{alias}.{column.Name}" : column.Name;
                if (_where.TryAdd(name, (friend, column.Name)))
                {
                    columns.Add(new(name, () => column.Kind, column.Unit, column.Type));
                }

                _where.TryAdd($"{alias}.{column.Name}", (friend, column.Name));
            }
        }

        Columns = columns;
    }

    /// <inheritdoc/>
    public string Name => _main.Name;

    /// <inheritdoc/>
    public long RowCount => _main.RowCount;

    /// <inheritdoc/>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceGap> Gaps => [.. Sources.SelectMany(source => source.Gaps)];

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries => _main.Boundaries;

    private IReadOnlyList<ITableSource> Sources { get; }

    /// <inheritdoc/>
    public Table Read(long first, int count, IReadOnlyList<string> columns, int threads = 1)
    {
        var found = columns.Select(name => Locate(name) ?? throw SourceNames.Missing(this, name)).ToArray();
        var read = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (ITableSource source in Sources)
        {
            int[] its = [.. Enumerable.Range(0, found.Length).Where(i => found[i].Source == source)];
            string[] names = [.. its.Select(i => found[i].Name).Distinct()];
            Table part = names.Length == 0 ? new([]) : source.Read(first, count, names, threads);
            foreach (int i in its)
            {
                read[columns[i]] = part[found[i].Name] with { Name = columns[i] };
            }
        }

        return new Table([.. columns.Select(name => read[name])]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ITableSource source in Sources)
        {
            source.Dispose();
        }
    }

    /// <inheritdoc/>
    public SourceColumn? Find(string name) => SourceNames.In(Columns, name) ?? (Locate(name) is { } found
        ? found.Source.Find(found.Name)
        : null);

    private (ITableSource Source, string Name)? Locate(string name)
    {
        string plain = name.Replace('/', '.');
        return _where.TryGetValue(name, out (ITableSource, string) exact) ? exact
            : _where.TryGetValue(plain, out (ITableSource, string) found) ? found
            : Sources.FirstOrDefault(source => source.Find(name) is not null) is { } other ? (other, name)
            : null;
    }

    private static void RequireSameRows(ITableSource main, ITableSource friend)
    {
        if (main.RowCount != friend.RowCount)
        {
            throw new InvalidFileException(
                new(friend.Name), $"{friend.RowCount} entries", $"{main.RowCount} as in {main.Name}",
                "a friend must hold the same entries in the same order");
        }
    }
}
