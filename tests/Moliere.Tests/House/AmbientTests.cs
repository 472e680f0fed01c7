using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>No ambient clock, randomness or culture: results follow from inputs and the seed alone.</summary>
public sealed class AmbientTests
{
    private static readonly string[] Members =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
        "Environment.TickCount", "Environment.TickCount64", "Guid.NewGuid", "Guid.CreateVersion7", "Random.Shared",
        "System.Random.Shared", "RandomNumberGenerator.GetBytes", "RandomNumberGenerator.Fill",
        "CultureInfo.CurrentCulture", "CultureInfo.CurrentUICulture",
    ];

    private static readonly string[] Types = ["Random", "System.Random"];

    [Fact]
    public void ClockRandomnessAndCulture_AreNotAmbient()
    {
        var violations = new Violations("Ambient clock, randomness or culture outside the command line");
        foreach (SourceFile file in SourceFile.Src.Where(file => file.Room != "Cli"))
        {
            foreach (var access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (Members.Contains(access.ToString()))
                {
                    violations.Add(file.Place(access), access.ToString());
                }
            }

            foreach (var creation in file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
            {
                if (Types.Contains(creation.Type.ToString()))
                {
                    violations.Add(file.Place(creation), creation.ToString());
                }
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void StaticFields_AreReadonly()
    {
        var violations = new Violations("A static field can change: that is global state");
        foreach (SourceFile file in SourceFile.Src)
        {
            foreach (var field in file.Root.DescendantNodes().OfType<FieldDeclarationSyntax>())
            {
                string modifiers = field.Modifiers.ToString();
                if (modifiers.Contains("static") && !modifiers.Contains("readonly"))
                {
                    violations.Add(file.Place(field), Syntax.NameOf(field));
                }
            }
        }

        violations.AssertNone();
    }
}
