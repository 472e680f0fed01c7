using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>A property of the objects of one kind.</summary>
/// <param name="Name">One of <see cref="EventColumns"/> or <see cref="ClusterColumns"/>.</param>
/// <param name="Unit">House unit; empty for pure numbers.</param>
/// <param name="Description">A few words.</param>
/// <param name="IsWhole">Whether its values are whole numbers.</param>
internal sealed record ListField(string Name, string Unit, string Description, bool IsWhole = false);

/// <summary>Collects objects of one kind, any number per event, into list columns.</summary>
internal sealed class ListRows
{
    private readonly string _kind;
    private readonly IReadOnlyList<ListField> _fields;
    private readonly List<int> _offsets = [0];
    private readonly List<double> _values = [];

    public ListRows(string kind, IReadOnlyList<ListField> fields) => (_kind, _fields) = (kind, fields);

    /// <summary>Adds an object: one value per field in their order.</summary>
    public void Add(params ReadOnlySpan<double> values) => _values.AddRange(values);

    /// <summary>The objects added since the last call belong to one event.</summary>
    public void EndEvent() => _offsets.Add(_values.Count / _fields.Count);

    /// <summary>A column per field, a row per event.</summary>
    public IEnumerable<Column> Columns()
    {
        int[] offsets = [.. _offsets];
        for (int f = 0; f < _fields.Count; f++)
        {
            ListField field = _fields[f];
            string name = EventColumns.Of(_kind, field.Name);
            yield return field.IsWhole
                ? new JaggedColumn<int>(name, field.Unit, field.Description, offsets, Strided(f, value => (int)value))
                : new JaggedColumn<float>(
                    name, field.Unit, field.Description, offsets, Strided(f, value => (float)value));
        }
    }

    private T[] Strided<T>(int field, Func<double, T> convert)
    {
        var values = new T[_offsets[^1]];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = convert(_values[(i * _fields.Count) + field]);
        }

        return values;
    }
}
