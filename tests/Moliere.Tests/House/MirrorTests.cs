using Microsoft.CodeAnalysis.CSharp.Syntax;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>
/// Every public type has its tests at the mirrored place. Enums and delegates have no behaviour to test.
/// </summary>
public sealed class MirrorTests
{
    private const string Covers = "// covers:";

    [Fact]
    public void EveryPublicType_HasATestFile()
    {
        var violations = new Violations("A public type has no tests at the mirrored place");
        foreach (SourceFile file in SourceFile.Src)
        {
            string folder = Path.Combine(["tests", "Moliere.Tests", file.Room, .. file.Folder.Split('/')]).TrimEnd('/');
            HashSet<string> covered = CoveredIn(Repository.At(folder));
            foreach (var type in file.TopLevelTypes.OfType<TypeDeclarationSyntax>().Where(Syntax.IsPublic))
            {
                if (!covered.Contains(type.Identifier.Text))
                {
                    string name = type.Identifier.Text;
                    violations.Add(file.Place(type), $"expected {folder}/{name}Tests.cs, or '{Covers} {name}' there");
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void EveryCoversLine_NamesExistingTypes()
    {
        HashSet<string> existing = [.. SourceFile.Src.SelectMany(f => f.TopLevelTypes).Select(Syntax.NameOf)];
        var violations = new Violations("A 'covers' line names a type that does not exist");
        foreach (SourceFile test in SourceFile.Tests)
        {
            foreach (string name in NamesIn(test.Lines[0]).Where(name => !existing.Contains(name)))
            {
                violations.Add($"{test.Name}:1", name);
            }
        }

        violations.AssertNone();
    }

    private static HashSet<string> CoveredIn(string folder)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs") : [];
        foreach (string path in files)
        {
            string name = Path.GetFileNameWithoutExtension(path).Split('.')[0];
            covered.UnionWith(name.EndsWith("Tests", StringComparison.Ordinal) ? [name[..^"Tests".Length]] : []);
            covered.UnionWith(NamesIn(File.ReadLines(path).FirstOrDefault() ?? ""));
        }

        return covered;
    }

    private static string[] NamesIn(string line) => line.StartsWith(Covers, StringComparison.Ordinal)
        ? line[Covers.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];
}
