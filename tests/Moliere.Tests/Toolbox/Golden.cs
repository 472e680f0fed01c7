namespace Moliere.Tests.Toolbox;

/// <summary>
/// Checked-in text that output must equal. A test never writes it unless MOLIERE_UPDATE_GOLDENS is 1, so that every
/// change of output shows in review.
/// </summary>
internal static class Golden
{
    private const string Remedy =
        "If the change is meant, run the tests once with MOLIERE_UPDATE_GOLDENS=1 and review the diff.";

    private const string EndOfFile = "(end of file)";

    public static bool IsUpdating => Environment.GetEnvironmentVariable("MOLIERE_UPDATE_GOLDENS") == "1";

    /// <summary>Compares with tests/data/golden/NAME; line ends are compared as LF.</summary>
    public static void AssertMatches(string name, string actual) =>
        AssertFileMatches(Repository.At("tests", "data", "golden", name), actual);

    /// <summary>Compares with any checked-in file.</summary>
    public static void AssertFileMatches(string path, string actual)
    {
        string text = actual.ReplaceLineEndings("\n");
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"{Repository.Relative(path)} is missing. {Remedy}");
        string difference = FirstDifference(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
        Assert.True(difference.Length == 0, $"{Repository.Relative(path)}: {difference}\n{Remedy}");
    }

    /// <summary>A sentence on the first line that differs; empty when the texts are equal.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string before = i < left.Length ? left[i] : EndOfFile, now = i < right.Length ? right[i] : EndOfFile;
            if (before != now)
            {
                return $"line {i + 1} differs\n  expected: {before}\n  actual:   {now}";
            }
        }

        return "";
    }

}
