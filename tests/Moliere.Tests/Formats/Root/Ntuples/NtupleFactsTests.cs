using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Tests.Formats.Root.Ntuples;

/// <summary>Every ntuple of the sample files against the facts that other readers found.</summary>
public sealed class NtupleFactsTests
{
    public static TheoryData<string> Files => [.. ExpectedFacts.Files(tree => tree.Kind == "ROOT::RNTuple")];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void EveryField_HasItsFacts(string name)
    {
        using RootFile file = RootFile.Open(ExpectedFacts.PathOrSkip(name));
        foreach (ExpectedTree tree in ExpectedFacts.Trees(name).Where(tree => tree.Kind == "ROOT::RNTuple"))
        {
            IRootDataset ntuple = RootDatasets.Open(file, tree.Name);
            Assert.Equal(tree.Entries, ntuple.EntryCount);
            Assert.NotEqual(0, tree.Branches.Sum(branch => branch.Facts.Count));
            string[] differences =
                [.. tree.Branches.SelectMany(
                    branch => branch.Differences(Read(ntuple, branch), Tolerance(branch)))];
            Assert.True(differences.Length == 0, string.Join("\n", differences));
        }
    }

    // In two pieces, to join what was read apart.
    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void TwoRangesOfEntries_JoinToTheWhole(string name)
    {
        using RootFile file = RootFile.Open(ExpectedFacts.PathOrSkip(name));
        foreach (RootEntry entry in RootDatasets.Of(file))
        {
            IRootDataset ntuple = RootDatasets.Open(file, entry.Path);
            int count = (int)ntuple.EntryCount, cut = count * 2 / 3;
            foreach (RootField field in ntuple.Fields.Where(field => field.Obstacle is null))
            {
                RootArray joined = RootArrayJoin.Of(
                    [ntuple.Read(field, 0, cut), ntuple.Read(field, cut, count - cut)]);
                Assert.Equal(NtupleReading.Json(ntuple.Read(field, 0, count)), NtupleReading.Json(joined));
            }
        }
    }

    // Quantised numbers are double in one reader of the facts, and here single, as the type of the field says.
    private static double Tolerance(ExpectedBranch branch) =>
        branch.Name.Contains("quant", StringComparison.OrdinalIgnoreCase) ? 1e-7 : 1e-9;

    private static RootArray Read(IRootDataset ntuple, ExpectedBranch branch) => ntuple.Read(
        ntuple.Fields.Single(field => field.Name == branch.Name), 0, (int)ntuple.EntryCount);
}
