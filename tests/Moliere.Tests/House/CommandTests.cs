using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>Commands shown in README.md and docs exist: their verbs and options are spelt in Moliere.Cli.</summary>
public sealed class CommandTests
{
    private static readonly Regex OurCommand = new(
        @"(?:--project src/Moliere\.Cli(?: -c Release)? --|^\$?\s*moliere)\s+(.+)$");

    [Fact]
    public void FirstTwoCommands_AreTheContract()
    {
        string[] commands = [.. CodeLines(Repository.At("README.md")).Select(line => line.Text).Take(2)];
        Assert.StartsWith("dotnet run -c Release --project src/Moliere.Cli -- run clusters", commands[0]);
        Assert.StartsWith("dotnet test -c Release", commands[1]);
    }

    [SkippableFact]
    public void VerbsAndOptions_Exist()
    {
        SourceFile[] cli = [.. SourceFile.Src.Where(file => file.Room == "Cli")];
        bool hasCommands = cli.Any(file => file.Folder.StartsWith("Commands", StringComparison.Ordinal));
        Skip.IfNot(hasCommands, "There are no commands yet.");
        HashSet<string> words = [.. cli.SelectMany(LiteralsOf)];
        var violations = new Violations("A document shows a verb or an option that Moliere.Cli does not spell");
        foreach ((string place, string text) in Documents().SelectMany(CodeLines))
        {
            Match command = OurCommand.Match(text);
            foreach (string word in command.Success ? Checked(command.Groups[1].Value) : [])
            {
                if (!words.Contains(word))
                {
                    violations.Add(place, word);
                }
            }
        }

        violations.AssertNone();
    }

    private static IEnumerable<string> Documents() =>
        Repository.Files(Repository.Root, "*.md").Where(path => !Repository.Relative(path).StartsWith("tests/data/"));

    // The first word is the verb; further words with two dashes are options. A trailing comment is not part of the
    // command.
    private static IEnumerable<string> Checked(string arguments)
    {
        string[] words = arguments.Split(" #")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> options = words.Skip(1).Where(word => word.StartsWith("--"));
        return words.Take(1).Concat(options).Select(word => word.Split('=')[0]);
    }

    private static IEnumerable<string> LiteralsOf(SourceFile file) => file.Root.DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText)
        .Concat(["--help", "--version"]);

    private static IEnumerable<(string Place, string Text)> CodeLines(string path)
    {
        bool isCode = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode && line.Trim().Length > 0)
            {
                yield return ($"{Repository.Relative(path)}:{number}", line.Trim());
            }
        }
    }
}
