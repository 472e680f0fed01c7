namespace Moliere.Tests.Toolbox;

/// <summary>
/// Large reference data that is not part of the checkout: a folder <c>shared</c> beside it or further up. Tests that
/// use it are <c>[SkippableFact]</c> and skip, with a reason, where it is absent.
/// </summary>
internal static class SharedData
{
    /// <summary>Full path of a shared file or folder; skips the calling test when it is not there.</summary>
    public static string PathOrSkip(params string[] parts)
    {
        string? path = Find(parts);
        Skip.If(path is null, $"'shared/{string.Join('/', parts)}' was not found in any folder above the checkout.");
        return path!;
    }

    /// <summary>
    /// Full path of a shared file or folder, or null; the nearest folder <c>shared</c> that has it wins.
    /// </summary>
    public static string? Find(params string[] parts)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine([folder.FullName, "shared", .. parts]);
            if (File.Exists(path) || Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
