namespace Moliere.Formats.Root.Ntuples;

/// <summary>Fields and columns, from the header and, for what was added late, from the footer.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0, sections Header Envelope and Schema Extension.</source>
internal sealed class NtupleSchema
{
    private const int DeepestField = 64;
    private const long LongestPaths = 16 << 20; // Letters of all paths together; the largest files have 1 % of it.

    private readonly List<NtupleField> _fields = [];
    private readonly List<NtupleColumn> _columns = [];
    private readonly List<List<NtupleField>> _children = [];
    private readonly List<List<NtupleColumn>> _columnsOf = [];
    private readonly List<int> _depths = [];
    private readonly List<long> _pathLengths = [];
    private long _lengthOfAllPaths;

    public IReadOnlyList<NtupleField> Fields => _fields;

    /// <summary>The columns that are stored, by number.</summary>
    public IReadOnlyList<NtupleColumn> Columns => _columns;

    /// <summary>The fields directly inside a field, in order of the file.</summary>
    public IReadOnlyList<NtupleField> ChildrenOf(NtupleField field) => _children[field.Id];

    /// <summary>The columns of a field, of all representations; those of other fields where it is projected.</summary>
    public IReadOnlyList<NtupleColumn> ColumnsOf(NtupleField field) => _columnsOf[field.Id];

    /// <summary>The field with those around it, outermost first.</summary>
    public NtupleField[] ChainOf(NtupleField field)
    {
        var chain = new NtupleField[_depths[field.Id] + 1];
        for (int depth = chain.Length - 1; depth >= 0; depth--)
        {
            chain[depth] = field;
            field = _fields[field.Parent];
        }

        return chain;
    }

    /// <summary>Reads the four lists of a schema description, going on with the numbers of the one before.</summary>
    public void Read(NtupleCursor cursor)
    {
        (NtupleCursor fields, int fieldCount) = cursor.List(36, "fields");
        for (int i = 0; i < fieldCount; i++)
        {
            Add(NtupleField.Read(fields.Record("a field"), _fields.Count), fields);
        }

        (NtupleCursor columns, int columnCount) = cursor.List(20, "columns");
        for (int i = 0; i < columnCount; i++)
        {
            Add(NtupleColumn.Read(columns.Record("a column"), _columns.Count, _fields.Count));
        }

        (NtupleCursor aliases, int aliasCount) = cursor.List(16, "alias columns");
        for (int i = 0; i < aliasCount; i++)
        {
            AddAlias(aliases.Record("an alias column"));
        }

        cursor.List(0, "extra types");
    }

    private void Add(NtupleField field, NtupleCursor cursor)
    {
        int depth = field.IsTop ? 0 : _depths[field.Parent] + 1;
        if (depth > DeepestField)
        {
            throw cursor.Wrong($"a field inside {depth} others", $"no more than {DeepestField}");
        }

        _pathLengths.Add(field.Name.Length + 1 + (field.IsTop ? 0 : _pathLengths[field.Parent]));
        _lengthOfAllPaths += _pathLengths[^1];
        if (_lengthOfAllPaths > LongestPaths)
        {
            throw cursor.Wrong($"paths of {_lengthOfAllPaths} letters", $"no more than {LongestPaths}");
        }

        _fields.Add(field);
        _children.Add([]);
        _columnsOf.Add([]);
        _depths.Add(depth);
        if (!field.IsTop)
        {
            _children[field.Parent].Add(field);
        }
    }

    private void Add(NtupleColumn column)
    {
        _columns.Add(column);
        _columnsOf[column.Field].Add(column);
    }

    private void AddAlias(NtupleCursor cursor)
    {
        uint column = cursor.UInt32("the column behind an alias"), field = cursor.UInt32("the field of an alias");
        if (column >= _columns.Count || field >= _fields.Count)
        {
            throw cursor.Wrong(
                $"an alias of column {column} for field {field}",
                $"one of {_columns.Count} columns and {_fields.Count} fields");
        }

        _columnsOf[(int)field].Add(_columns[(int)column]);
    }
}
