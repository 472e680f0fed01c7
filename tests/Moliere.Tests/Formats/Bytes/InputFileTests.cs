// covers: FilePlace
using System.IO.Compression;
using System.Text;
using Moliere.Formats.Bytes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Bytes;

public sealed class InputFileTests : IDisposable
{
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void GzipUnderAnyName_IsDecompressed()
    {
        string path = _files.Write("events.txt", Gzip(Encoding.UTF8.GetBytes("hello")));
        Assert.Equal("hello", ReadAll(path));
    }

    [Fact]
    public void PlainTextNamedGz_IsReadAsItIs() => Assert.Equal("hello", ReadAll(_files.Write("events.gz", "hello")));

    [Fact]
    public void OneByte_IsPlain() => Assert.Equal("x", ReadAll(_files.Write("one", "x")));

    [Fact]
    public void TwoGzipMembers_ReadAsOne()
    {
        byte[] a = Gzip("ab"u8.ToArray()), b = Gzip("cd"u8.ToArray());
        Assert.Equal("abcd", ReadAll(_files.Write("joined", [.. a, .. b])));
    }

    [Fact]
    public void MissingFile_NamesNearest()
    {
        _files.Write("dijets.hepmc", "x");
        _files.Write("taus.hepmc", "x");
        var error = Assert.Throws<InvalidFileException>(() => InputFile.Open(_files.At("dijet.hepmc")));
        Assert.Contains("no such file", error.Message);
        Assert.Contains("nearest names in its folder are 'dijets.hepmc', 'taus.hepmc'", error.Message);
    }

    [Fact]
    public void MissingFolder_IsSaid()
    {
        var error = Assert.Throws<InvalidFileException>(() => InputFile.Open(_files.At("none/x.csv")));
        Assert.Contains("does not exist either", error.Message);
    }

    [Fact]
    public void Directory_IsRefused()
    {
        var error = Assert.Throws<InvalidFileException>(() => InputFile.Open(_files.FullName));
        Assert.Contains("found a directory, expected a file", error.Message);
    }

    [Fact]
    public void EmptyFile_IsRefused()
    {
        var error = Assert.Throws<InvalidFileException>(() => InputFile.Open(_files.Write("empty", "")));
        Assert.Contains("an empty file", error.Message);
    }

    [Fact]
    public void GzipCutAtAnyByte_IsRefused()
    {
        byte[] whole = Gzip(Squares(200));
        for (int length = 2; length < whole.Length; length++)
        {
            string path = _files.Write("cut.gz", whole[..length]);
            var error = Assert.Throws<InvalidFileException>(() => ReadAll(path));
            Assert.Contains("gzip data", error.Message);
            Assert.Contains("copy it again", error.Message);
        }
    }

    [Fact]
    public void DamagedGzip_IsRefused()
    {
        byte[] whole = Gzip(Squares(5000));
        for (int at = 100; at < whole.Length - 8; at += 997)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            string path = _files.Write("bad.gz", damaged);
            Assert.Throws<InvalidFileException>(() => ReadAll(path));
        }
    }

    [Fact]
    public void Place_SaysLineByteAndBreadcrumb()
    {
        Assert.Equal("a.txt, line 3 (event 2)", new FilePlace("a.txt") { Line = 3, Inside = "event 2" }.ToString());
        Assert.Equal("a.bin, byte 16", new FilePlace("a.bin") { Byte = 16 }.ToString());
    }

    private static byte[] Squares(int count) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => i * i)));

    private static string ReadAll(string path)
    {
        using var reader = new StreamReader(InputFile.Open(path));
        return reader.ReadToEnd();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
