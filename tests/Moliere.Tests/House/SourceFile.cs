using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>One parsed C# file of the repository.</summary>
internal sealed class SourceFile
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllOfSrc = new(() => Parse("src"));
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllOfTests = new(() => Parse("tests"));

    private SourceFile(string fullName)
    {
        FullName = fullName;
        Name = Repository.Relative(fullName);
        Text = File.ReadAllText(fullName);
        Lines = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        Root = CSharpSyntaxTree.ParseText(Text, options, fullName).GetCompilationUnitRoot();
    }

    public static IReadOnlyList<SourceFile> Src => AllOfSrc.Value;

    public static IReadOnlyList<SourceFile> Tests => AllOfTests.Value;

    public string FullName { get; }

    /// <summary>Path from the root of the repository, with slashes.</summary>
    public string Name { get; }

    public string Text { get; }

    public string[] Lines { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>Room without the prefix, such as "Data"; folder below it, such as "Tables", empty at the top.</summary>
    public string Room => Name.Split('/')[1].Replace("Moliere.", "", StringComparison.Ordinal);

    public string Folder => string.Join('/', Name.Split('/')[2..^1]);

    /// <summary>Kernels may have longer functions; they say so with a comment in the head of the file.</summary>
    public bool IsKernel => Lines.Take(5).Any(line => line.Trim() == "// house: kernel");

    /// <summary>Tables of constants may be longer; they say so with a comment in the head of the file.</summary>
    public bool IsTable => Lines.Take(5).Any(line => line.Trim() == "// house: table");

    /// <summary>Types that are not nested in another type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>"path:line" of a node, for messages.</summary>
    public string Place(SyntaxNode node) => $"{Name}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static IReadOnlyList<SourceFile> Parse(string folder) =>
        [.. Repository.Files(Repository.At(folder), "*.cs").Select(path => new SourceFile(path))];
}
