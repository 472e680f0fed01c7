namespace Moliere.Tests.Toolbox;

/// <summary>
/// The checkout that the test binary was built in, found by walking upward; nothing depends on where it lies.
/// </summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        [".git", ".vs", "artifacts", "bin", "obj", "runs", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Path below the root, with the separators of this machine.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Path as messages show it: relative to the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>
    /// Files below a folder in ordinal order, without build output; empty when there is no such folder.
    /// </summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*")
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        IEnumerable<string> here = Directory.EnumerateFiles(folder, pattern)
            .Where(file => !NotOurs.Contains(Path.GetFileName(file)));
        IEnumerable<string> below = Directory.EnumerateDirectories(folder)
            .Where(sub => !NotOurs.Contains(Path.GetFileName(sub)))
            .SelectMany(sub => Files(sub, pattern));
        return here.Concat(below).Order(StringComparer.Ordinal);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Moliere.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Moliere.slnx.");
    }
}
