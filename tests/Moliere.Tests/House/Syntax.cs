using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>Questions that several house rules ask about declarations.</summary>
internal static class Syntax
{
    public static string NameOf(SyntaxNode declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EventDeclarationSyntax field => field.Identifier.Text,
        EnumMemberDeclarationSyntax member => member.Identifier.Text,
        BaseFieldDeclarationSyntax field =>
            string.Join(',', field.Declaration.Variables.Select(v => v.Identifier.Text)),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        OperatorDeclarationSyntax op => $"operator {op.OperatorToken.Text}",
        IndexerDeclarationSyntax => "this[]",
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        AccessorDeclarationSyntax accessor => $"{NameOf(accessor.Parent!.Parent!)}.{accessor.Keyword.Text}",
        _ => declaration.Kind().ToString(),
    };

    /// <summary>
    /// Whether a declaration and everything around it is public; members of public interfaces and enums are.
    /// </summary>
    public static bool IsPublic(MemberDeclarationSyntax member) => member.Parent switch
    {
        InterfaceDeclarationSyntax parent => IsPublic(parent),
        EnumDeclarationSyntax parent => IsPublic(parent),
        BaseTypeDeclarationSyntax parent => member.Modifiers.Any(SyntaxKind.PublicKeyword) && IsPublic(parent),
        _ => member.Modifiers.Any(SyntaxKind.PublicKeyword),
    };

    public static IEnumerable<MemberDeclarationSyntax> PublicMembers(SourceFile file) =>
        file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(m => m is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax) && IsPublic(m));

    public static DocumentationCommentTriviaSyntax? DocumentationOf(SyntaxNode node) =>
        node.GetLeadingTrivia().Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>().LastOrDefault();

    /// <summary>
    /// Documentation as plain text with its XML, without the leading slashes; empty when there is none.
    /// </summary>
    public static string DocumentationText(SyntaxNode node)
    {
        string[] lines = (DocumentationOf(node)?.ToFullString() ?? "").Split('\n');
        return string.Join(' ', lines.Select(line => line.Trim().TrimStart('/').Trim()));
    }

    /// <summary>The words of a PascalCase name: "EtaPhi" gives Eta and Phi, "MLPBase" gives MLP and Base.</summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isBreak = i == name.Length || (char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (isBreak)
            {
                words.Add(name[start..i].Trim('_'));
                start = i;
            }
        }

        return [.. words.Where(word => word.Length > 0)];
    }
}
