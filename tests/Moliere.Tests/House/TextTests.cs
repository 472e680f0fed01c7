using System.Text.RegularExpressions;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>Rules for all text of the repository: code, documents, scripts and fixtures.</summary>
public sealed class TextTests
{
    private static readonly string[] TextFiles =
    [
        ".cs", ".md", ".csproj", ".props", ".targets", ".slnx", ".json", ".yaml", ".yml", ".txt", ".py", ".sh", ".csv",
        ".svg", ".html", ".js", ".css", ".editorconfig", ".gitignore", "",
    ];

    // The folders are spelt apart so that this file passes its own test.
    private static readonly Regex MachinePath = new(@"(?<![\w.~*])/(" + "work|root|home|Users" + @")/[\w.-]");

    [Fact]
    public void NoText_HoldsAMachinePath()
    {
        var violations = new Violations("An absolute path of one machine; write it relative to the repository");
        foreach (string path in Repository.Files(Repository.Root).Where(IsText))
        {
            string[] lines = File.ReadAllLines(path);
            for (int i = 0; i < lines.Length; i++)
            {
                if (MachinePath.IsMatch(lines[i]))
                {
                    violations.Add($"{Repository.Relative(path)}:{i + 1}", MachinePath.Match(lines[i]).Value);
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void EveryFixtureFolder_SaysWhereItIsFrom()
    {
        var violations = new Violations("A folder of tests/data has no README.md (origin, version, licence)");
        string[] folders = Directory.GetDirectories(Repository.At("tests", "data"));
        foreach (string folder in folders.Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, "README.md")))
            {
                violations.Add(Repository.Relative(folder), "README.md is missing");
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void EveryRoomWithCode_HasAShortReadme()
    {
        var violations = new Violations("A room needs a README.md of at most 60 lines: nouns, arrows, where to start");
        foreach (string room in Directory.GetDirectories(Repository.At("src")).Order(StringComparer.Ordinal))
        {
            string readme = Path.Combine(room, "README.md");
            int lines = File.Exists(readme) ? File.ReadAllLines(readme).Length : 0;
            if (lines is 0 or > 60 && Repository.Files(room, "*.cs").Skip(1).Any())
            {
                violations.Add(Repository.Relative(readme), lines == 0 ? "missing" : $"{lines} lines");
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void MachinePath_IsRecognised()
    {
        string folder = "/" + "home";
        Assert.Matches(MachinePath, $"see {folder}/someone/file");
        Assert.DoesNotMatch(MachinePath, $"see https://example.org{folder}/page");
        Assert.DoesNotMatch(MachinePath, $"src{folder}/page");
    }

    private static bool IsText(string path) => TextFiles.Contains(Path.GetExtension(path).ToLowerInvariant())
        || Path.GetFileName(path).StartsWith('.');
}
