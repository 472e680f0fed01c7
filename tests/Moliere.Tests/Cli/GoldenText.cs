namespace Moliere.Tests.Cli;

/// <summary>Compares text with a file under tests/data/golden; rewrites it only when told to.</summary>
internal static class GoldenText
{
    public static void Check(string relative, string actual)
    {
        string path = Path.Combine(Repository(), relative);
        if (Environment.GetEnvironmentVariable("MOLIERE_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{relative} is missing; write it with MOLIERE_UPDATE_GOLDENS=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Moliere.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Moliere.slnx is in no folder above.");
    }
}
