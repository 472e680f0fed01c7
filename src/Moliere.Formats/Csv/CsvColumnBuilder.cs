using Moliere.Data.Tables;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// Collects the cells of one column. Without a schema it begins as whole numbers and becomes real numbers at the first
/// cell that is none.
/// </summary>
internal sealed class CsvColumnBuilder(ColumnSpec spec, bool isFixed)
{
    private readonly List<long> _longs = [];
    private readonly List<float> _floats = [];
    private readonly List<int> _offsets = [0];
    private ColumnKind _kind = spec.Kind;

    public string Name => spec.Name;

    /// <summary>What a cell of this column must hold, for error messages.</summary>
    public string Expected => (_kind, isFixed) switch
    {
        (ColumnKind.Long, true) => "a whole number",
        (ColumnKind.Long or ColumnKind.Float, _) => "a number",
        (ColumnKind.IntList, true) => "whole numbers separated by ';'",
        _ => "numbers separated by ';'",
    };

    /// <summary>Whether the column holds texts; what it is given is forgotten.</summary>
    public bool IsText { get; private set; }

    private bool IsWhole => _kind is ColumnKind.Long or ColumnKind.IntList;

    private bool IsList => _kind is ColumnKind.FloatList or ColumnKind.IntList;

    /// <summary>Takes the next row's cell; false if it does not fit.</summary>
    public bool TryAdd(string cell)
    {
        return IsText || (IsList ? TryAddList(cell) : TryAddNumber(cell.AsSpan().Trim()));
    }

    /// <summary>Makes it a column of texts; false once it holds a number, or if a schema wants numbers.</summary>
    public bool TryBecomeText() =>
        IsText = !isFixed && !IsList && _longs.Count == 0 && _floats.TrueForAll(float.IsNaN);

    public Column Build()
    {
        // Nothing seen speaks for whole numbers, and an empty column of real numbers does no harm.
        if (!isFixed && IsWhole && _longs.Count == 0)
        {
            BecomeReal();
        }

        (string name, string unit, string text) = (spec.Name, spec.Unit, spec.Description);
        return _kind switch
        {
            ColumnKind.Long => new LongColumn(name, unit, text, [.. _longs]),
            ColumnKind.Float => new FloatColumn(name, unit, text, [.. _floats]),
            ColumnKind.IntList => new JaggedColumn<int>(
                name, unit, text, [.. _offsets], [.. _longs.Select(whole => (int)whole)]),
            _ => new JaggedColumn<float>(name, unit, text, [.. _offsets], [.. _floats]),
        };
    }

    private bool TryAddList(string cell)
    {
        ReadOnlySpan<char> rest = cell.AsSpan().Trim();
        while (rest.Length > 0)
        {
            int length = rest.IndexOf(';');
            ReadOnlySpan<char> element = (length < 0 ? rest : rest[..length]).Trim();
            if (element.Length == 0 || !TryAddNumber(element))
            {
                return false;
            }

            rest = length < 0 ? [] : rest[(length + 1)..];
        }

        _offsets.Add(IsWhole ? _longs.Count : _floats.Count);
        return true;
    }

    private bool TryAddNumber(ReadOnlySpan<char> text)
    {
        if (IsWhole)
        {
            if (CsvNumber.TryWhole(text, out long whole) && (!IsList || whole == (int)whole))
            {
                _longs.Add(whole);
                return true;
            }

            if (isFixed)
            {
                return false;
            }
        }

        if (!CsvNumber.TryReal(text, out float real))
        {
            return false;
        }

        if (IsWhole)
        {
            BecomeReal();
        }

        _floats.Add(real);
        return true;
    }

    private void BecomeReal()
    {
        _floats.AddRange(_longs.Select(whole => (float)whole));
        _longs.Clear();
        _kind = IsList ? ColumnKind.FloatList : ColumnKind.Float;
    }
}
