using System.Buffers.Binary;
using System.Text;
using Moliere.Formats.Codecs;
using Moliere.Formats.Root;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>
/// Makes small ntuples with any fields, columns and pages: made-up metadata behind a real file, whose anchor then
/// points at them. Written from the specification of the format, apart from the reader.
/// </summary>
internal sealed class NtupleForge
{
    private const long Suppressed = long.MinValue;

    private readonly MemoryStream _file = new();
    private readonly List<byte[]> _fields = [];
    private readonly List<byte[]> _columns = [];
    private readonly List<byte[]> _aliases = [];
    private readonly List<byte[]> _summaries = [];
    private readonly List<byte[]> _pageLists = [];
    private readonly int _anchor;
    private (int Fields, int Columns, int Aliases)? _inHeader;
    private long _entries;

    public NtupleForge()
    {
        byte[] container = File.ReadAllBytes(Container);
        _file.Write(container);
        using var file = Moliere.Formats.Root.Files.RootFile.Open(Container);
        var key = file.Entries.Single(one => one.ClassName == "ROOT::RNTuple").Key;
        _anchor = (int)key.Position + key.KeySize + 6;
    }

    /// <summary>A real file with an ntuple called <c>ntuple</c>.</summary>
    public static string Container => Repository.At("tests", "data", "rntuple", "test_int_float_rntuple_v1-0-0-0.root");

    /// <summary>Version of the format in the anchor.</summary>
    public ushort Epoch { get; init; } = 1;

    /// <summary>Flags in the header.</summary>
    public long Features { get; init; }

    /// <summary>How pages are packed.</summary>
    public RootCompression Compression { get; init; } = RootCompression.Stored;

    /// <summary>Adds a field and returns its number.</summary>
    public int Field(string name, string type, int role = 0, int parent = -1, long? array = null, int? source = null)
    {
        int id = _fields.Count;
        int flags = (array is null ? 0 : 1) | (source is null ? 0 : 2);
        _fields.Add(Record(w =>
        {
            w.Write(0);
            w.Write(0);
            w.Write(parent < 0 ? id : parent);
            w.Write((ushort)role);
            w.Write((ushort)flags);
            Text(w, name);
            Text(w, type);
            Text(w, "");
            Text(w, "");
            w.Write(array is { } size ? BitConverter.GetBytes(size) : []);
            w.Write(source is { } other ? BitConverter.GetBytes(other) : []);
        }));
        return id;
    }

    /// <summary>Adds a column and returns its number.</summary>
    public int Column(
        int field, int type, int bits, int representation = 0, long first = 0, (double Min, double Max)? range = null)
    {
        _columns.Add(Record(w =>
        {
            w.Write((ushort)type);
            w.Write((ushort)bits);
            w.Write(field);
            w.Write((ushort)((first == 0 ? 0 : 1) | (range is null ? 0 : 2)));
            w.Write((ushort)representation);
            w.Write(first == 0 ? [] : BitConverter.GetBytes(first));
            w.Write(range is { } r ? [.. BitConverter.GetBytes(r.Min), .. BitConverter.GetBytes(r.Max)] : []);
        }));
        return _columns.Count - 1;
    }

    /// <summary>Lets a projected field show a column.</summary>
    public void Alias(int column, int field) => _aliases.Add(Record(w =>
    {
        w.Write(column);
        w.Write(field);
    }));

    /// <summary>Everything from now on stands in the footer.</summary>
    public void EndHeader() => _inHeader = (_fields.Count, _columns.Count, _aliases.Count);

    /// <summary>Adds a cluster; for each column its pages, or null where it is suppressed.</summary>
    public void Cluster(long entries, params (int Elements, byte[] Bytes)[]?[] columns)
    {
        _summaries.Add(Record(w =>
        {
            w.Write(_entries);
            w.Write(entries);
        }));
        _entries += entries;
        _pageLists.Add(List(columns.Length, [.. columns.Select(Pages)]));
    }

    /// <summary>The whole file.</summary>
    public byte[] Build()
    {
        (int Fields, int Columns, int Aliases) cut = _inHeader ?? (_fields.Count, _columns.Count, _aliases.Count);
        byte[] header = Envelope(1, w =>
        {
            w.Write(Features);
            Text(w, "ntuple");
            Text(w, "");
            Text(w, "a test");
            WriteSchema(w, (0, 0, 0), cut);
        });
        byte[] pages = Envelope(3, w =>
        {
            w.Write(header[^8..]);
            w.Write(List(_summaries.Count, _summaries));
            w.Write(List(_pageLists.Count, _pageLists));
        });
        byte[] group = Record(w =>
        {
            w.Write(0L);
            w.Write(_entries);
            w.Write(_summaries.Count);
            w.Write((long)pages.Length);
            w.Write(pages.Length);
            w.Write(Append(pages));
        });
        byte[] footer = Envelope(2, w =>
        {
            w.Write(0L);
            w.Write(header[^8..]);
            w.Write(Record(e => WriteSchema(e, cut, (_fields.Count, _columns.Count, _aliases.Count))));
            w.Write(List(1, [group]));
        });
        return WithAnchor(Append(header), header.Length, Append(footer), footer.Length);
    }

    private byte[] WithAnchor(long header, long headerSize, long footer, long footerSize)
    {
        byte[] file = _file.ToArray();
        Span<byte> anchor = file.AsSpan(_anchor, 64);
        BinaryPrimitives.WriteUInt16BigEndian(anchor, Epoch);
        long[] numbers = [header, headerSize, headerSize, footer, footerSize, footerSize];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(anchor[(8 + 8 * i)..], numbers[i]);
        }

        BinaryPrimitives.WriteUInt64BigEndian(file.AsSpan(_anchor + 64), XxHash3.Of(anchor));
        return file;
    }

    private void WriteSchema(BinaryWriter w, (int F, int C, int A) from, (int F, int C, int A) to)
    {
        w.Write(List(to.F - from.F, _fields[from.F..to.F]));
        w.Write(List(to.C - from.C, _columns[from.C..to.C]));
        w.Write(List(to.A - from.A, _aliases[from.A..to.A]));
        w.Write(List(0, []));
    }

    private byte[] Pages((int Elements, byte[] Bytes)[]? pages) => List(pages?.Length ?? 0,
    [
        .. (pages ?? []).Select(Page),
        BitConverter.GetBytes(pages is null ? Suppressed : 0L),
        pages is null ? [] : BitConverter.GetBytes(Compression.Setting),
    ]);

    // The number of elements is negative where a checksum follows.
    private byte[] Page((int Elements, byte[] Bytes) page)
    {
        byte[] stored = Compression.Codec is { } codec
            ? BlockChain.Pack(page.Bytes, codec, Compression.Level) : page.Bytes;
        long position = Append([.. stored, .. BitConverter.GetBytes(XxHash3.Of(stored))]);
        return
        [
            .. BitConverter.GetBytes(-page.Elements), .. BitConverter.GetBytes(stored.Length),
            .. BitConverter.GetBytes(position),
        ];
    }

    private long Append(byte[] bytes)
    {
        long position = _file.Position;
        _file.Write(bytes);
        return position;
    }

    private static byte[] Envelope(int type, Action<BinaryWriter> write)
    {
        byte[] content = Written(write);
        byte[] all = [.. BitConverter.GetBytes(((long)content.Length + 16) << 16 | (long)type), .. content];
        return [.. all, .. BitConverter.GetBytes(XxHash3.Of(all))];
    }

    private static byte[] Record(Action<BinaryWriter> write)
    {
        byte[] content = Written(write);
        return [.. BitConverter.GetBytes(content.Length + 8L), .. content];
    }

    private static byte[] List(int count, IEnumerable<byte[]> items)
    {
        byte[] content = [.. items.SelectMany(item => item)];
        return [.. BitConverter.GetBytes(-(content.Length + 12L)), .. BitConverter.GetBytes(count), .. content];
    }

    private static void Text(BinaryWriter writer, string text)
    {
        writer.Write(Encoding.UTF8.GetByteCount(text));
        writer.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        var stream = new MemoryStream();
        write(new BinaryWriter(stream));
        return stream.ToArray();
    }
}
