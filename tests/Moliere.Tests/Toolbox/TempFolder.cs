using System.Text;

namespace Moliere.Tests.Toolbox;

/// <summary>A folder of its own for one test, removed with everything in it at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("moliere-test-").FullName;

    /// <summary>A path inside the folder; nothing is created.</summary>
    public string At(params string[] parts) => Path.Combine([FullName, .. parts]);

    /// <summary>Writes a text file inside the folder and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file inside the folder, with the folders above it, and returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
