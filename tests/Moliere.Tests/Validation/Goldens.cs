namespace Moliere.Tests.Validation;

/// <summary>Checked-in texts. The switch MOLIERE_UPDATE_GOLDENS=1 writes them; nothing else does.</summary>
internal static class Goldens
{
    public static void Check(string name, string actual)
    {
        string path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("MOLIERE_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{name} is missing in tests/data/golden; MOLIERE_UPDATE_GOLDENS=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Moliere.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "data", "golden");
    }
}
