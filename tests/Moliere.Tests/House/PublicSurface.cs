using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>
/// Prints the public surface of a room as text: a type per paragraph, a member per line, in ordinal order.
/// </summary>
internal static class PublicSurface
{
    public static string Of(string room)
    {
        var paragraphs = SourceFile.Src.Where(file => file.Room == room)
            .SelectMany(file => Syntax.PublicMembers(file).Where(IsType).Select(Paragraph));
        return string.Join('\n', paragraphs.Order(StringComparer.Ordinal));
    }

    private static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static string Paragraph(MemberDeclarationSyntax type)
    {
        string place = string.Join('.', type.Ancestors().Reverse().Select(outer => outer switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            BaseTypeDeclarationSyntax enclosing => enclosing.Identifier.Text,
            _ => "",
        }).Where(part => part.Length > 0));
        var text = new StringBuilder().Append(place).Append(": ").Append(Signature(type)).Append('\n');
        foreach (string line in MembersOf(type).Select(Signature).Order(StringComparer.Ordinal))
        {
            text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<MemberDeclarationSyntax> MembersOf(MemberDeclarationSyntax type) => type switch
    {
        EnumDeclarationSyntax values => values.Members,
        TypeDeclarationSyntax body => body.Members.Where(member => !IsType(member) && Syntax.IsPublic(member)),
        _ => [],
    };

    // What callers see: everything up to the body or the initialiser, and which accessors a property has.
    private static string Signature(MemberDeclarationSyntax member)
    {
        SyntaxNode bare = member.WithAttributeLists([]).WithoutTrivia();
        bare = bare switch
        {
            BaseMethodDeclarationSyntax method => method.WithBody(null).WithExpressionBody(null),
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithInitializer(null)
                .WithAccessorList(property.ExpressionBody is null ? Accessors(property.AccessorList) : Getter()),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null)
                .WithAccessorList(indexer.ExpressionBody is null ? Accessors(indexer.AccessorList) : Getter()),
            TypeDeclarationSyntax type => type.WithMembers([]),
            EnumDeclarationSyntax values => values.WithMembers([]),
            _ => bare,
        };
        bare = bare is ConstructorDeclarationSyntax constructor ? constructor.WithInitializer(null) : bare;
        IEnumerable<string> words = bare.DescendantTokens().Select(token => token.Text);
        string text = string.Join(' ', words.Where(word => word.Length > 0));
        return text.Replace(" ;", "").Replace(" { }", "").Replace(" , ", ", ").Replace("( ", "(").Replace(" )", ")");
    }

    private static AccessorListSyntax? Accessors(AccessorListSyntax? list) => list?.WithAccessors(
    [
        .. list.Accessors.Where(accessor => !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword))
            .Select(accessor => accessor.WithBody(null).WithExpressionBody(null).WithoutTrivia()),
    ]);

    private static AccessorListSyntax Getter() =>
        SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration)]);
}
