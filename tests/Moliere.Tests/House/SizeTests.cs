using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>
/// The sizes of CONTRIBUTING.md. A function counts the lines of its body: those between its braces, or of the
/// expression after the arrow. Where signature and braces stand is layout and the formatter's business.
/// </summary>
public sealed class SizeTests
{
    [Fact]
    public void Files_AreShort()
    {
        var violations = new Violations("Files of src: median <= 110, 90th percentile <= 280, at most 450 lines");
        foreach (SourceFile file in SourceFile.Src.Where(file => !file.IsTable && file.Lines.Length > 450))
        {
            violations.Add($"{file.Name}:451", $"{file.Lines.Length} lines");
        }

        int[] sizes = [.. SourceFile.Src.Where(file => !file.IsTable).Select(file => file.Lines.Length).Order()];
        CheckQuantiles(violations, sizes, median: 110, ninetieth: 280);
        violations.AssertNone();
    }

    [Fact]
    public void Functions_AreShort()
    {
        var violations = new Violations(
            "Functions of src: median <= 6, 90th percentile <= 22, at most 60 lines (kernels 90), <= 3 % over 40");
        var sizes = new List<int>();
        foreach (SourceFile file in SourceFile.Src)
        {
            foreach (SyntaxNode function in file.Root.DescendantNodes().Where(IsFunction))
            {
                int size = LineCount(function);
                sizes.Add(size);
                if (size > (file.IsKernel ? 90 : 60))
                {
                    violations.Add(file.Place(function), $"{Syntax.NameOf(function)} has {size} lines");
                }
            }
        }

        sizes.Sort();
        CheckQuantiles(violations, [.. sizes], median: 6, ninetieth: 22);
        CheckLongShare(violations, sizes);
        violations.AssertNone();
    }

    [Fact]
    public void Lines_AreAtMost120Columns()
    {
        var violations = new Violations("Lines are at most 120 columns");
        foreach (SourceFile file in SourceFile.Src.Concat(SourceFile.Tests))
        {
            for (int i = 0; i < file.Lines.Length; i++)
            {
                int columns = file.Lines[i].EnumerateRunes().Count();
                if (columns > 120)
                {
                    violations.Add($"{file.Name}:{i + 1}", $"{columns} columns");
                }
            }
        }

        violations.AssertNone();
    }

    private static bool IsFunction(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        _ => false,
    };

    private static int LineCount(SyntaxNode function)
    {
        SyntaxNode body = function.ChildNodes().First(node => node is BlockSyntax or ArrowExpressionClauseSyntax);
        FileLinePositionSpan lines = (body is ArrowExpressionClauseSyntax arrow ? arrow.Expression : body)
            .GetLocation().GetLineSpan();
        int count = lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
        return body is BlockSyntax ? Math.Max(0, count - 2) : count;
    }

    [Theory]
    [InlineData("int A() => 1;", 1)]
    [InlineData("int A() =>\n    1\n    + 1;", 2)]
    [InlineData("int A()\n{\n    // why\n\n    return 1;\n}", 3)]
    [InlineData("void A()\n{\n}", 0)]
    public void Function_CountsTheLinesOfItsBody(string code, int lines) =>
        Assert.Equal(lines, LineCount(SyntaxFactory.ParseMemberDeclaration(code)!));

    private static void CheckQuantiles(Violations violations, int[] sorted, int median, int ninetieth)
    {
        int half = sorted[(sorted.Length - 1) / 2], nine = sorted[(sorted.Length - 1) * 9 / 10];
        if (half > median || nine > ninetieth)
        {
            violations.Add("src", $"median {half}, 90th percentile {nine} of {sorted.Length}");
        }
    }

    private static void CheckLongShare(Violations violations, List<int> sizes)
    {
        double share = sizes.Count(size => size > 40) / (double)sizes.Count;
        if (share > 0.03)
        {
            violations.Add("src", $"{100 * share:F1} % of {sizes.Count} functions are longer than 40 lines");
        }
    }
}
