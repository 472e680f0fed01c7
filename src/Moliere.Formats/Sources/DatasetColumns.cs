using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// The columns of a tree or ntuple: every field that holds numbers or lists of them, at any depth, under names joined
/// by points. A part that repeats the name of its parent says it once: <c>jet/jet.pt</c> is <c>jet.pt</c>.
/// </summary>
internal sealed class DatasetColumns
{
    private readonly Dictionary<string, RootField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly List<SourceColumn> _columns = [];
    private readonly List<SourceGap> _gaps = [];
    private readonly IRootDataset _data;
    private readonly string _file;

    public DatasetColumns(IRootDataset data, string file)
    {
        (_data, _file) = (data, file);
        foreach (RootField field in data.Fields)
        {
            Add(field, "", depth: 0);
        }
    }

    public IReadOnlyList<SourceColumn> Columns => _columns;

    public IReadOnlyList<SourceGap> Gaps => _gaps;

    /// <summary>The values of a column.</summary>
    public RootArray Values(string column, long first, int count) => _members.TryGetValue(column, out Member? member)
        ? ObjectMembers.Pick(_data.Read(member.Field, first, count), member.Path)!
        : _data.Read(_fields[column], first, count);

    /// <summary>
    /// A member of an object that is stored as a whole: <c>event.vertex.z</c> of the branch <c>event</c>; null where
    /// there is none. Members of such objects are found when asked for, as only a first row tells them.
    /// </summary>
    public SourceColumn? MemberOf(string name)
    {
        string plain = name.Replace('/', '.');
        for (int dot = plain.LastIndexOf('.'); dot > 0; dot = plain.LastIndexOf('.', dot - 1))
        {
            if (_fields.TryGetValue(plain[..dot], out RootField? field) && TypeText.KindOf(field.Type) is null)
            {
                string path = plain[(dot + 1)..];
                RootArray? first = ObjectMembers.Pick(FirstEntry(field), path);
                _members[plain] = new(field, path);
                return first is null ? null : new(plain, () => KindOf(first, field, plain), "", field.Type);
            }
        }

        return null;
    }

    private void Add(RootField field, string parent, int depth)
    {
        string name = NameOf(field.Name, parent);
        foreach (RootField child in field.Children)
        {
            Add(child, name, depth + 1);
        }

        if (GapOf(field, name) is { } reason)
        {
            _gaps.Add(new(name, reason));
        }
        else if (field.Children.Count == 0 || TypeText.KindOf(field.Type) is not null)
        {
            _fields.Add(name, field);
            ColumnKind? known = depth == 0 ? TypeText.KindOf(field.Type) : null;
            _columns.Add(new(name, () => known ?? Look(field, name), "", field.Type));
        }
    }

    private string? GapOf(RootField field, string name) =>
        field.Obstacle is { } obstacle ? $"cannot be read: {obstacle}"
        : _fields.ContainsKey(name) ? "stands there a second time under the same name"
        : field.Children.Count == 0 ? TypeText.GapOf(field.Type)
        : null;

    /// <summary>A field's name within a tree, of which expressions speak.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="parent">Such a name of its parent; empty at the top.</param>
    public static string NameOf(string name, string parent)
    {
        string plain = name.TrimEnd('.');
        return parent.Length == 0 || plain.StartsWith(parent + ".", StringComparison.Ordinal) ? plain
            : plain == "_0" ? parent // The element of a collection in an RNTuple.
            : $"{parent}.{plain}";
    }

    // A member may stand in a list of its parents, which its own type does not say.
    private ColumnKind Look(RootField field, string name) => KindOf(FirstEntry(field), field, name);

    private RootArray FirstEntry(RootField field) => _data.Read(field, 0, (int)Math.Min(1, _data.EntryCount));

    private ColumnKind KindOf(RootArray first, RootField field, string name) =>
        ColumnOfArray.KindOf(first) ?? throw new InvalidFileException(
            new(_file) { Inside = $"{_data.Name} > {name}" },
            $"{ColumnOfArray.Describe(first)} ({field.Type})", "numbers or lists of numbers",
            first is RecordArray or ListArray { Content: RecordArray }
                ? $"name one of its members, such as {name}.{ObjectMembers.First(first)}"
                : "");

    private sealed record Member(RootField Field, string Path);
}
