using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>A member of a class while its values are read.</summary>
/// <param name="Name">Name of the member; that of the class for a base class.</param>
/// <param name="Values">Takes its values.</param>
/// <param name="IsBase">Whether its members are members of the class itself.</param>
internal sealed record ColumnMember(string Name, ColumnBuilder Values, bool IsBase);

/// <summary>Members behind each other: pairs, leaf lists, the inside of classes.</summary>
internal sealed class RecordColumn : ColumnBuilder
{
    private readonly ColumnMember[] _members;
    private int _count;

    /// <param name="members">Members in order of the bytes; those that count others stand before them.</param>
    public RecordColumn(ColumnMember[] members)
    {
        _members = members;
        foreach (ColumnMember member in members)
        {
            if (member.Values is CountedColumn counted)
            {
                counted.Counter = Number(counted.CounterName);
            }
        }
    }

    /// <summary>Reads object by object.</summary>
    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            foreach (ColumnMember member in _members)
            {
                member.Values.Read(cursor, 1);
            }
        }

        _count += count;
    }

    /// <summary>Reads member by member, base classes dissolved into their members.</summary>
    public void ReadByMember(RootCursor cursor, int count)
    {
        foreach (ColumnMember member in _members)
        {
            if (member is { IsBase: true, Values: ClassColumn inner })
            {
                inner.ReadByMember(cursor, count);
            }
            else
            {
                member.Values.Read(cursor, count);
            }
        }

        _count += count;
    }

    /// <summary>A member that holds numbers, also of base classes; null without one of this name.</summary>
    public NumericColumn? Number(string name) => _members
        .Select(member => member.IsBase
            ? (member.Values as ClassColumn)?.Number(name)
            : member.Name == name ? member.Values as NumericColumn : null)
        .FirstOrDefault(found => found is not null);

    public override RootArray Build()
    {
        var members = new List<RootMember>(_members.Length);
        foreach (ColumnMember member in _members)
        {
            RootArray values = member.Values.Build();
            if (member.IsBase && values is RecordArray inner)
            {
                members.AddRange(inner.Members);
            }
            else
            {
                members.Add(new(member.Name, values));
            }
        }

        return new RecordArray(_count, members);
    }
}
