using System.IO.Compression;
using System.Text;

namespace Moliere.Tests.Formats;

/// <summary>A folder for the files of one test, and the way to the fixtures.</summary>
public sealed class TestFiles : IDisposable
{
    public TestFiles() => Folder = Directory.CreateTempSubdirectory("moliere-test-").FullName;

    public string Folder { get; }

    /// <summary>A file among the fixtures of tests/data.</summary>
    public static string Fixture(string name) =>
        FindUpward(Path.Combine("tests", "data", name)) ?? throw new FileNotFoundException("tests/data/" + name);

    /// <summary>A file of the shared reference data, or null on a machine without them.</summary>
    public static string? Shared(string name) => FindUpward(Path.Combine("shared", "data", name));

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string? FindUpward(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
