namespace Moliere.Formats.Root.Objects;

/// <summary>Layouts of classes as a file tells them, found by name and version or checksum.</summary>
internal sealed class StreamerCatalog
{
    /// <summary>Bases of bases; more is damage.</summary>
    private const int DeepestBases = 16;

    private readonly Dictionary<string, List<StreamerClass>> _classes = [];

    /// <param name="classes">Layouts in order of the file; several versions of a class can stand there.</param>
    public StreamerCatalog(IEnumerable<StreamerClass> classes)
    {
        foreach (StreamerClass known in classes)
        {
            string name = CppType.Canonical(known.Name);
            if (!_classes.TryGetValue(name, out List<StreamerClass>? versions))
            {
                _classes.Add(name, versions = []);
            }

            versions.Add(known);
        }
    }

    /// <summary>All layouts.</summary>
    public IEnumerable<StreamerClass> Classes => _classes.Values.SelectMany(versions => versions);

    /// <summary>Whether a class derives from TObject.</summary>
    public bool IsTObject(StreamerClass layout, int depth = 0) => layout.Elements.Any(element => element.IsBase
        && (element.Name == "TObject" || element.Name == "TNamed"
            || (depth < DeepestBases && Find(element.Name, element.ClassVersion) is { } parent
                && IsTObject(parent, depth + 1))));

    /// <summary>
    /// The layout that a header names; the newest where it names none that the file tells; null without any.
    /// </summary>
    public StreamerClass? Find(string name, int version = -1, uint checksum = 0)
    {
        if (!_classes.TryGetValue(CppType.Canonical(name), out List<StreamerClass>? versions))
        {
            return null;
        }

        return versions.Find(known => checksum != 0 && known.Checksum == checksum)
            ?? versions.Find(known => known.Version == version)
            ?? versions.MaxBy(known => known.Version);
    }
}
