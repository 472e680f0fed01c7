using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Moliere.Tests.House;

/// <summary>
/// Numbers with a dimension say their unit, such as [GeV], in their doc comment. A member counts as dimensioned when
/// its type is a real number (or an array of them) and the last word of its name, bounds aside, is a physical quantity.
/// </summary>
public sealed class UnitTagTests
{
    private static readonly string[] Quantities =
    [
        "Energy", "Energies", "Deposit", "Deposits", "Momentum", "Pt", "Px", "Py", "Pz", "Mass", "Noise", "Time",
        "Lambda", "Radius", "Magnitude", "Phi", "Azimuth", "Volume", "Thickness", "Field",
    ];

    private static readonly string[] Bounds = ["Min", "Max", "Minimum", "Maximum", "Low", "High", "Lower", "Upper"];

    // Rooms that know no physics and therefore no units; the command line repeats options documented elsewhere.
    private static readonly string[] RoomsWithoutUnits = ["Numerics", "Learning", "Cli"];

    private static readonly Regex RealNumber = new(
        @"^(double|float|(ReadOnly)?(Span|Memory)<(double|float)>)(\[\])?\??$");

    private static readonly Regex UnitTag = new(@"\[[^\[\]]*(\p{L}|1)[^\[\]]*\]");

    [Fact]
    public void DimensionedMembers_CarryAUnitTag()
    {
        var violations = new Violations("A dimensioned public member has no unit tag such as [GeV] in its doc comment");
        foreach (SourceFile file in SourceFile.Src.Where(file => !RoomsWithoutUnits.Contains(file.Room)))
        {
            foreach (MemberDeclarationSyntax member in Syntax.PublicMembers(file))
            {
                foreach (string name in Untagged(member))
                {
                    violations.Add(file.Place(member), name);
                }
            }
        }

        violations.AssertNone();
    }

    [Theory]
    [InlineData("CellEnergy", true)]
    [InlineData("PtMin", true)]
    [InlineData("TimeVariance", false)]
    [InlineData("NoiseScale", false)]
    [InlineData("EnergyMax", true)]
    public void Name_IsDimensionedByItsLastWord(string name, bool expected) =>
        Assert.Equal(expected, IsDimensioned(name));

    private static IEnumerable<string> Untagged(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => Untagged(property.Type, property.Identifier.Text, DocOf(property)),
        FieldDeclarationSyntax field => field.Declaration.Variables.SelectMany(variable =>
            Untagged(field.Declaration.Type, variable.Identifier.Text, DocOf(field))),
        RecordDeclarationSyntax { ParameterList: not null } record => record.ParameterList.Parameters.SelectMany(p =>
            Untagged(p.Type!, p.Identifier.Text, ParameterDoc(record, p.Identifier.Text))),
        _ => [],
    };

    private static IEnumerable<string> Untagged(TypeSyntax type, string name, string doc)
    {
        bool isExempt = doc.Contains("<inheritdoc", StringComparison.Ordinal) || UnitTag.IsMatch(doc);
        return RealNumber.IsMatch(type.ToString()) && IsDimensioned(name) && !isExempt ? [name] : [];
    }

    private static bool IsDimensioned(string name)
    {
        string? quantity = Syntax.Words(name).LastOrDefault(word => !Bounds.Contains(word));
        return quantity is not null && Quantities.Contains(quantity);
    }

    private static string DocOf(MemberDeclarationSyntax member) => Syntax.DocumentationText(member);

    private static string ParameterDoc(RecordDeclarationSyntax record, string name) =>
        Regex.Match(DocOf(record), $"<param name=\"{name}\">(.*?)</param>", RegexOptions.Singleline).Groups[1].Value;
}
