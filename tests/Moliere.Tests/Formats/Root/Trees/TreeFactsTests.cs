using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Trees;

public class TreeFactsTests
{
    public static TheoryData<string> PublicFiles { get; } =
        [.. ExpectedFacts.Files(tree => tree.Kind is "TTree" or "TNtuple")];

    public static TheoryData<string> Fixtures { get; } =
        [.. ExpectedFacts.In(Repository.At("tests", "data", "root", "expected.json")).Select(fact => fact.File)];

    [SkippableTheory]
    [MemberData(nameof(PublicFiles))]
    public void PublicFile_EveryBranchHasTheValuesThatOthersFound(string file)
    {
        string path = ExpectedFacts.PathOrSkip(file);
        foreach (ExpectedTree tree in ExpectedFacts.Trees(file).Where(tree => tree.Kind is "TTree" or "TNtuple"))
        {
            Assert.Empty(TreeFacts.Differences(path, tree));
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixture_EveryBranchHasTheValuesThatOthersFound(string file)
    {
        foreach ((_, ExpectedTree tree) in ExpectedFacts.In(Repository.At("tests", "data", "root", "expected.json"))
            .Where(fact => fact.File == file))
        {
            Assert.Empty(TreeFacts.Differences(Repository.At("tests", "data", "root", file), tree));
        }
    }
}
