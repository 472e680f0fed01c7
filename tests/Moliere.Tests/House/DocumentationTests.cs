using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>Doc comments of public members add something; the compiler already refuses missing ones.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] EmptyPhrases =
        ["Gets or sets", "Initializes a new instance", "Initialises a new instance"];

    private static readonly string[] EmptyWords = ["a", "an", "the", "of", "this", "for", "its", "gets", "is", "to"];

    // What the source of a formula may be looked for in: the folders whose types are algorithms from the literature.
    private static readonly string[] AlgorithmFolders =
    [
        "Numerics/Random", "Simulation/Detector", "Simulation/Generation", "Simulation/Pileup",
        "Reconstruction/TopoClusters", "Reconstruction/Jets", "Learning/Optimizers", "Learning/Losses", "Calibration",
        "Numerics/Statistics", "Learning/Adversaries", "Tagging",
    ];

    [Fact]
    public void Summaries_SayMoreThanTheName()
    {
        var violations = new Violations("A doc comment adds nothing to the name");
        foreach ((SourceFile file, MemberDeclarationSyntax member) in PublicMembers())
        {
            string doc = Syntax.DocumentationText(member);
            foreach (string phrase in EmptyPhrases.Where(p => doc.Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                violations.Add(file.Place(member), $"{Syntax.NameOf(member)}: \"{phrase}\"");
            }

            if (RepeatsName(doc, Syntax.NameOf(member)))
            {
                violations.Add(file.Place(member), $"{Syntax.NameOf(member)}: the summary only repeats the name");
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void Algorithms_NameTheirSource()
    {
        var violations = new Violations("An algorithm has no <source> tag on itself or a member");
        foreach (SourceFile file in SourceFile.Src.Where(IsAlgorithmFile))
        {
            foreach (var type in file.TopLevelTypes.OfType<ClassDeclarationSyntax>().Where(Syntax.IsPublic))
            {
                bool isError = type.Identifier.Text.EndsWith("Exception", StringComparison.Ordinal);
                if (!isError && !type.DescendantNodesAndSelf().Any(HasSource))
                {
                    violations.Add(file.Place(type), type.Identifier.Text);
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void RepeatedName_IsRecognised()
    {
        Assert.True(RepeatsName("<summary>The row count.</summary>", "RowCount"));
        Assert.False(RepeatsName("<summary>Number of rows; 0 for a table without columns.</summary>", "RowCount"));
        Assert.False(RepeatsName("<inheritdoc/>", "RowCount"));
    }

    private static IEnumerable<(SourceFile File, MemberDeclarationSyntax Member)> PublicMembers() =>
        SourceFile.Src.SelectMany(file => Syntax.PublicMembers(file).Select(member => (file, member)));

    private static bool RepeatsName(string doc, string name)
    {
        Match summary = Regex.Match(doc, "<summary>(.*?)</summary>(.*)", RegexOptions.Singleline);
        bool hasMore = summary.Groups[2].Value.Contains('<') || summary.Groups[1].Value.Contains('[');
        if (!summary.Success || hasMore || Syntax.Words(name).Length < 2)
        {
            return false;
        }

        string[] words = [.. Regex.Split(summary.Groups[1].Value.ToLowerInvariant(), "[^a-z0-9]+")
            .Where(word => word.Length > 0 && !EmptyWords.Contains(word))];
        return words.SequenceEqual(Syntax.Words(name).Select(word => word.ToLowerInvariant()));
    }

    private static bool IsAlgorithmFile(SourceFile file) => AlgorithmFolders.Any(folder =>
        $"{file.Room}/{file.Folder}/".StartsWith($"{folder}/", StringComparison.Ordinal));

    private static bool HasSource(SyntaxNode node) => node is MemberDeclarationSyntax
        && Syntax.DocumentationText(node).Contains("<source>", StringComparison.Ordinal);
}
