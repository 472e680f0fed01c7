namespace Moliere.Formats.Root.Writing;

/// <summary>A directory while its file is written: the keys in it, and its own record, filled in at the end.</summary>
/// <source>ROOT, TDirectoryFile::FillBuffer and TDirectoryFile::WriteKeys.</source>
internal sealed class DirectoryRecord
{
    /// <summary>Bytes of the numbers in the large form; the small form is padded to them.</summary>
    private const int NumbersSize = 60;

    private readonly RecordFile _file;
    private readonly RecordKey _key;
    private readonly long _parent;
    private readonly List<RecordKey> _keys = [];
    private readonly Dictionary<string, int> _cycles = new(StringComparer.Ordinal);

    private DirectoryRecord(RecordFile file, RecordKey key, byte[] names, long parent)
    {
        _key = file.AppendPlain(key, [.. names, .. new byte[NumbersSize]]);
        (_file, _parent, NamesSize) = (file, parent, _key.Size + names.Length);
    }

    /// <summary>Bytes of the record before its numbers.</summary>
    public int NamesSize { get; }

    public long Position => _key.Position;

    /// <summary>The directory that is the file itself, the first record.</summary>
    public static DirectoryRecord Root(RecordFile file, string name)
    {
        var names = new ByteBuffer();
        names.Text(name);
        names.Text("");
        return new(file, new("TFile", name, ""), names.Span.ToArray(), 0);
    }

    /// <summary>A directory inside this one.</summary>
    public DirectoryRecord Add(string name)
    {
        var inside = new DirectoryRecord(_file, new("TDirectory", name, name) { Parent = Position }, [], Position);
        _keys.Add(inside._key);
        return inside;
    }

    /// <summary>The key for a new object in this directory; a name given again gets the next cycle.</summary>
    public RecordKey NextKey(string className, string name, string title)
    {
        SpecRules.RequireTitle(title);
        int cycle = _cycles[name] = _cycles.GetValueOrDefault(name) + 1;
        return new(className, name, title) { Parent = Position, Cycle = cycle };
    }

    /// <summary>Lists the key of an object that was written.</summary>
    public void List(RecordKey key) => _keys.Add(key);

    /// <summary>Writes the list of keys and the numbers that point to it.</summary>
    public void Complete()
    {
        var payload = new ByteBuffer();
        payload.Int32(_keys.Count);
        foreach (RecordKey key in _keys)
        {
            key.Write(payload);
        }

        RecordKey list = _file.AppendPlain(_key with { Cycle = 1, IsLarge = false, Parent = Position }, payload.Span);
        var numbers = new ByteBuffer();
        WriteNumbers(numbers, list, _file.IsLarge);
        numbers.Zeros(NumbersSize - numbers.Length);
        _file.Overwrite(Position + NamesSize, numbers.Span);
    }

    private void WriteNumbers(ByteBuffer to, RecordKey list, bool isLarge)
    {
        to.Int16(isLarge ? 1005 : 5);
        to.UInt32(RecordKey.Date);
        to.UInt32(RecordKey.Date);
        to.Int32(list.RecordSize);
        to.Int32(NamesSize);
        to.Seek(Position, isLarge);
        to.Seek(_parent, isLarge);
        to.Seek(list.Position, isLarge);
        FileHeader.WriteIdentifier(to);
    }
}
