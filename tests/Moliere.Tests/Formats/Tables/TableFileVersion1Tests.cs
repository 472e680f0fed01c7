// covers: TableFile
using System.IO.Compression;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Tables;

/// <summary>A file of format version 1, as it was written before there were row groups, still reads.</summary>
public sealed class TableFileVersion1Tests : IDisposable
{
    private const string Packed =
        "H4sIAAAAAAACA52Qz0rDQBDGt/UgXnwGmaPkkH+b3eSgVVERIl7UixRJ00FDk92SbOqhFHwzfSzxEjdYmhpbCln4YH"
        + "eY7zffzu1deH92Hl72CCGHfUK+p6OHOeTy7UKWQkHgGBDLtMxEAcHTHESUIQQwVWDAJBFjfb9KZVQ/S5HofrjGR/0Y"
        + "YxHnyVQlUuiayiNRzDAv8CiTGQpVZrAwVjSc6VIDDKV4aXj/YOvOGNP0GVtZwqTYkaeNaAA3omXf4B0akKGKxpGKIJ"
        + "hDgVg7mYbCKJXx5HdTcbO/V9RF/eXAsTzfY5Zv0jrApg7q+g61mMnXGtw/CGranJqUsm0Ii3PTobZPtzIsl3GXua7j"
        + "bY3h2Db3mWcvhguy43yealX68k66n5X3uIO5v9Ret9EnWh+EDAZdw/eW6jJ/X+urqqqDjsv7ATjzR2zAAwAA";

    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Whole_HasItsValues()
    {
        Table table = TableFile.Read(Unpacked());
        Assert.Equal([1.5f, float.NaN, -0f], table.Floats("pt"));
        Assert.Equal([long.MinValue, 0, 42], table.Longs("event"));
        Assert.Equal([0, 2, 2, 3], table.Jagged<float>("cell_e").Offsets);
        Assert.Equal([7, -8, 9], table.Jagged<int>("cell").Values);
        Assert.Equal(("GeV", "transverse momentum"), (table["pt"].Unit, table["pt"].Description));
    }

    [Fact]
    public void Source_ReadsRowsAndHeader()
    {
        using var source = new TableFileSource(Unpacked());
        Assert.Equal((3L, 1, "7"), (source.RowCount, source.Header.GroupCount, source.Header.Metadata["seed"]));
        Table rows = source.Read(1, 2, ["cell", "event"]);
        Assert.Equal([0, 0, 2], rows.Jagged<int>("cell").Offsets);
        Assert.Equal([-8, 9], rows.Jagged<int>("cell").Values);
        Assert.Equal([0L, 42L], rows.Longs("event"));
    }

    private string Unpacked()
    {
        string path = _files.At("old.table");
        using var packed = new GZipStream(
            new MemoryStream(Convert.FromBase64String(Packed)), CompressionMode.Decompress);
        using FileStream file = File.Create(path);
        packed.CopyTo(file);
        return path;
    }
}
