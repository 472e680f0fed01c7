namespace Moliere.Formats.Root.Files;

/// <summary>A record with a name: an object, a tree, a directory.</summary>
public sealed record RootEntry
{
    internal RootEntry(string path, RootKey key) => (Path, Key) = (path, key);

    /// <summary>Directories and name, joined by <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>C++ class, such as <c>TTree</c>.</summary>
    public string ClassName => Key.ClassName;

    /// <summary>Title in the file; may be empty.</summary>
    public string Title => Key.Title;

    /// <summary>Higher for a newer record of the same name.</summary>
    public int Cycle => Key.Cycle;

    /// <summary>Bytes in the file, those of its key included.</summary>
    public long StoredBytes => Key.Size;

    /// <summary>Bytes of the object once unpacked.</summary>
    public long UnpackedBytes => Key.UnpackedSize;

    /// <summary>Whether it holds other entries.</summary>
    public bool IsDirectory => Key.IsDirectory;

    internal RootKey Key { get; }
}
