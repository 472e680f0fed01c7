using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>A change of the public surface shows in review, as a change of docs/api.</summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Rooms =>
    [
        .. SourceFile.Src.Select(file => file.Room).Where(room => room != "Cli").Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [SkippableTheory]
    [MemberData(nameof(Rooms))]
    public void Surface_EqualsTheCheckedInText(string room)
    {
        string folder = Repository.At("docs", "api");
        Skip.If(!Directory.Exists(folder) && !Golden.IsUpdating, "docs/api was not generated yet.");
        Golden.AssertFileMatches(Path.Combine(folder, $"Moliere.{room}.txt"), PublicSurface.Of(room));
    }

    [Fact]
    public void Surface_ListsTypesAndMembersWithoutBodies()
    {
        string surface = PublicSurface.Of("Numerics");
        Assert.Contains("Moliere.Numerics.Random: public static class Distributions\n", surface);
        Assert.Contains("    public static double Gaussian (double mean, double sigma, ref Rng rng)\n", surface);
        Assert.DoesNotContain("PurposeHash", surface);
        Assert.DoesNotContain("=>", surface);
    }
}
