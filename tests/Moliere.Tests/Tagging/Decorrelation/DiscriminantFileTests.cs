using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Tagging.Decorrelation;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class DiscriminantFileTests
{
    [Fact]
    public void EveryKind_ComesBackWithTheSameScores()
    {
        BoostedSample sample = ToyBoostedJets.Sample(3000, 1);
        using TempFolder folder = new();
        foreach (IDiscriminant made in All(sample))
        {
            string path = folder.At(made.Name);
            DiscriminantFile.Write(path, made);
            byte[] bytes = File.ReadAllBytes(path);
            IDiscriminant read = DiscriminantFile.Read(path);
            Assert.Equal(made.Name, read.Name);
            Assert.Equal(made.IsProbability, read.IsProbability);
            Assert.Equal(made.Score(sample.Jets, 1), read.Score(sample.Jets, 2));
            DiscriminantFile.Write(path, read);
            Assert.Equal(bytes, File.ReadAllBytes(path));
        }
    }

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("{ not json")]
    [InlineData("nothing")]
    public void OtherFiles_AreRefused(string text)
    {
        using TempFolder folder = new();
        File.WriteAllText(folder.At("x"), text);
        Assert.Throws<InvalidFileException>(() => DiscriminantFile.Read(folder.At("x")));
    }

    private static IEnumerable<IDiscriminant> All(BoostedSample sample) =>
    [
        new VariableDiscriminant("d2", BoostedJetColumns.D2), LinearDerivation.Derive("ddt", sample),
        PercentileDerivation.Derive("knn", sample, new() { Cells = 4 }), MorphedDerivation.Derive("css", sample),
        TreeDerivation.Derive("trees", sample, BoostedJetColumns.Substructure, new() { Rounds = 3 }).Discriminant,
        new NetworkDerivation(sample, sample, BoostedJetColumns.Substructure, (50, 300), new()
        {
            Training = new() { Epochs = 1 },
        }).Plain("network").Discriminant,
    ];
}
