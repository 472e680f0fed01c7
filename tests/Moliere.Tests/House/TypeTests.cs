using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>How types of src are declared, named and placed.</summary>
public sealed class TypeTests
{
    private static readonly string[] Forbidden =
        ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Common", "Misc", "Core", "Base"];

    [Fact]
    public void Classes_AreSealedAbstractOrStatic()
    {
        HashSet<string> closed = [.. Classes().Where(c => IsClosed(c.Type)).Select(c => FullName(c.Type))];
        var violations = new Violations("A class is neither sealed, abstract nor static");
        foreach ((SourceFile file, TypeDeclarationSyntax type) in Classes())
        {
            if (!closed.Contains(FullName(type)))
            {
                violations.Add(file.Place(type), type.Identifier.Text);
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void Names_SayWhatAThingIs()
    {
        var violations = new Violations($"A type or folder name contains one of {string.Join(", ", Forbidden)}");
        foreach (SourceFile file in SourceFile.Src)
        {
            foreach (string word in file.Name.Split('/')[..^1].SelectMany(Syntax.Words).Where(Forbidden.Contains))
            {
                violations.Add(file.Name, $"folder name with '{word}'");
            }

            foreach (var type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                foreach (string word in Syntax.Words(type.Identifier.Text).Where(Forbidden.Contains))
                {
                    violations.Add(file.Place(type), $"{type.Identifier.Text} contains '{word}'");
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void Namespaces_FollowFolders()
    {
        var violations = new Violations("A namespace differs from its folder path");
        foreach (SourceFile file in SourceFile.Src)
        {
            string expected = $"Moliere.{file.Room}.{file.Folder.Replace('/', '.')}".TrimEnd('.');
            foreach (var space in file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>())
            {
                if (space.Name.ToString() != expected)
                {
                    violations.Add(file.Place(space), $"{space.Name}, expected {expected}");
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void UnsafeCode_IsInKernelsOnly()
    {
        var violations = new Violations("Unsafe code outside Numerics/Kernels");
        foreach (SourceFile file in SourceFile.Src.Where(file => !IsKernelFolder(file)))
        {
            foreach (var token in file.Root.DescendantTokens().Where(t => t.IsKind(SyntaxKind.UnsafeKeyword)))
            {
                violations.Add(file.Place(token.Parent!), "unsafe");
            }

            foreach (var access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (access.Expression.ToString() is "Unsafe" or "System.Runtime.CompilerServices.Unsafe")
                {
                    violations.Add(file.Place(access), access.ToString());
                }
            }
        }

        violations.AssertNone();
    }

    private static IEnumerable<(SourceFile File, TypeDeclarationSyntax Type)> Classes() =>
        SourceFile.Src.SelectMany(file => file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(IsClass).Select(type => (file, type)));

    private static bool IsKernelFolder(SourceFile file) =>
        file.Room == "Numerics" && file.Folder.Split('/')[0] == "Kernels";

    private static bool IsClass(TypeDeclarationSyntax type) => type is ClassDeclarationSyntax
        || (type is RecordDeclarationSyntax && !type.IsKind(SyntaxKind.RecordStructDeclaration));

    private static bool IsClosed(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.SealedKeyword) || type.Modifiers.Any(SyntaxKind.AbstractKeyword)
        || type.Modifiers.Any(SyntaxKind.StaticKeyword);

    // Parts of a partial type share this name, so that one part may carry the modifier for all.
    private static string FullName(TypeDeclarationSyntax type) => string.Join('.', type.AncestorsAndSelf()
        .Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax outer => outer.Identifier.Text + outer.TypeParameterList,
            _ => "",
        }).Reverse());
}
