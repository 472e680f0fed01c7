using System.Reflection;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class ClusterColumnsTests
{
    private static readonly string[] Names =
    [
        .. typeof(ClusterColumns).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static TheoryData<string> AllNames => [.. Names];

    [Fact]
    public void Names_AreDistinct() => Assert.Equal(Names.Length, Names.Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Name_CanBeUsedInASelection(string name) =>
        Assert.Equal([name], Expression.Parse($"{name} > 0").Columns);
}
