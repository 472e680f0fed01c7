using Moliere.Formats.Root.Objects;

namespace Moliere.Tests.Formats.Root.Objects;

public class CppTypeTests
{
    [Theory]
    [InlineData("vector<float>", "vector<float>")]
    [InlineData("std::vector< std::vector<unsigned  int> >", "vector<vector<unsigned int>>")]
    [InlineData("const TString", "TString")]
    [InlineData("map<string,vector<short> >", "map<string,vector<short>>")]
    [InlineData("vector<TRef*>*", "vector<TRef*>*")]
    [InlineData("ROOT::Math::A<ROOT::Math::B<float> >", "ROOT::Math::A<ROOT::Math::B<float>>")]
    public void Text_IsOneSpellingForAll(string written, string expected) =>
        Assert.Equal(expected, CppType.Parse(written).Text);

    [Fact]
    public void Arguments_AreTypesOfTheirOwn()
    {
        var type = CppType.Parse("map<string,vector<int*> >");
        Assert.Equal(["string", "vector"], type.Arguments.Select(argument => argument.Name));
        Assert.True(type.Arguments[1].Arguments[0].IsPointer);
    }

    [Theory]
    [InlineData("<<<")]
    [InlineData("a<b")]
    [InlineData(">")]
    [InlineData("")]
    public void Nonsense_IsSomeType(string text) => Assert.NotNull(CppType.Parse(text).Text);

    [Fact]
    public void NestingWithoutEnd_DoesNotOverflow() =>
        Assert.NotNull(CppType.Parse(string.Concat(Enumerable.Repeat("vector<", 100_000))).Name);
}
