// covers: DisplacedClass
using System.Reflection;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class DisplacedJetColumnsTests
{
    private static readonly string[] Names =
    [
        .. typeof(DisplacedJetColumns).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        .. DisplacedJetColumns.ClusterElectromagnetic, .. DisplacedJetColumns.ClusterHadronic,
    ];

    [Fact]
    public void Names_AreDistinctAndCanBeUsedInExpressions()
    {
        Assert.Equal(Names.Length, Names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Names, name => Assert.Equal([name], Expression.Parse($"{name} > 0").Columns));
    }

    [Fact]
    public void Classes_AreTheNumbersOfTheOutputs() => Assert.Equal(
        [0, 1, 2], new[] { (int)DisplacedClass.Qcd, (int)DisplacedClass.Signal, (int)DisplacedClass.BeamInduced });
}
