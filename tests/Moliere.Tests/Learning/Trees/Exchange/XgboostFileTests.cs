// covers: XgboostFile, XgboostModel
using System.IO.Compression;
using System.Text.Json;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Trees.Exchange;

public sealed class XgboostFileTests
{
    private static readonly (TreeObjective Objective, int Margins)[] s_objectives =
    [
        (TreeObjective.Squared, 1), (TreeObjective.Huber, 1), (TreeObjective.Quantile, 1),
        (TreeObjective.MultiClass, 4), (TreeObjective.Gaussian, 2), (TreeObjective.Logistic, 1),
    ];

    [Theory]
    [InlineData("squared", TreeObjective.Squared)]
    [InlineData("huber", TreeObjective.Huber)]
    [InlineData("logistic", TreeObjective.Logistic)]
    [InlineData("softprob", TreeObjective.MultiClass)]
    [InlineData("pruned", TreeObjective.Squared)]
    [InlineData("leafwise", TreeObjective.Squared)]
    [InlineData("parallel", TreeObjective.MultiClass)]
    public void ModelOfXgboost_GivesItsMarginsBitForBit(string name, TreeObjective objective)
    {
        BoostedTrees model = XgboostFile.Read(XgboostFixtures.PathOf(name)).Trees;
        Assert.Equal(objective, model.Objective);
        Assert.Equal(XgboostFixtures.Features, model.Features);
        Assert.Equal(XgboostFixtures.Margins(name), XgboostFixtures.Predict(model, XgboostFixtures.Rows));
    }

    [Theory]
    [InlineData("squared")]
    [InlineData("pruned")]
    [InlineData("softprob")]
    public void Importance_IsThatOfXgboost(string name)
    {
        IReadOnlyList<SplitImportance> ours =
            SplitImportance.Of(XgboostFile.Read(XgboostFixtures.PathOf(name)).Trees);
        Assert.Equal(XgboostFixtures.Importance(name, "weight"), ours.Select(one => (double)one.Splits));
        Close(XgboostFixtures.Importance(name, "gain"), ours.Select(one => one.MeanGain));
        Close(XgboostFixtures.Importance(name, "cover"), ours.Select(one => one.MeanCover));
        Close(XgboostFixtures.Importance(name, "total_gain"), ours.Select(one => one.TotalGain));
        Close(XgboostFixtures.Importance(name, "total_cover"), ours.Select(one => one.TotalCover));

        // XGBoost sums in single precision.
        static void Close(IEnumerable<double> expected, IEnumerable<double> actual) => Assert.All(
            expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * (1 + pair.First)));
    }

    [Fact]
    public void OurModels_ComeBackWithEveryBit()
    {
        using TempFolder folder = new();
        string first = folder.At("first.json"), second = folder.At("second.json");
        foreach ((TreeObjective objective, int margins) in s_objectives)
        {
            BoostedTrees model = RandomForest.Model(12, 5, 4, objective, margins);
            var notes = new Dictionary<string, string> { ["note"] = "p_T < 20 \"GeV\" \u00b5", ["a"] = "" };
            XgboostFile.Write(first, model, notes);
            XgboostModel read = XgboostFile.Read(first);
            Assert.Equal(notes, read.Attributes);
            AssertSame(model, read.Trees);
            XgboostFile.Write(second, read.Trees, notes);
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        }
    }

    [SkippableFact]
    public void OurModels_GiveTheSameMarginsInXgboost()
    {
        using TempFolder folder = new();
        string[] names = ["pt", "|eta|", "log(\u00b5 + 1)", "p/E", "a & b"];
        BoostedTrees[] models =
        [
            .. s_objectives.Select(kind => Trained(kind.Objective, kind.Margins, names)),
            .. s_objectives.Select(kind =>
                RandomForest.Model(12, 5, 4, kind.Objective, kind.Margins) with { Features = names }),
        ];
        models[^1] = models[^1] with { Start = [7.3f] }; // a probability too near to 1 to be a base score
        string[] files = [.. models.Select((_, i) => folder.At($"{i}.json"))];
        for (int i = 0; i < files.Length; i++)
        {
            XgboostFile.Write(files[i], models[i], new Dictionary<string, string> { ["note"] = "kept" });
        }

        float[] rows = RandomForest.Rows(200, 5, withInfinities: false); // XGBoost refuses rows with infinities
        JsonElement answers = Xgboost.PredictOrSkip(folder, rows, 5, files);
        foreach ((BoostedTrees model, JsonElement answer) in models.Zip(answers.EnumerateArray()))
        {
            Assert.Equal(
                XgboostFixtures.Predict(model, rows), XgboostFixtures.Numbers(answer.GetProperty("margins")));
            Assert.Equal(names, answer.GetProperty("features").EnumerateArray().Select(f => f.GetString()));
            Assert.Equal("kept", answer.GetProperty("attributes").GetProperty("note").GetString());
        }

        float[] probabilities = XgboostFixtures.Numbers(answers[files.Length - 1].GetProperty("predictions"));
        Assert.All(XgboostFixtures.Predict(models[^1], rows).Zip(probabilities), pair =>
            Assert.Equal(1 / (1 + Math.Exp(-pair.First)), pair.Second, 1e-6));
    }

    [Fact]
    public void ModelOfXgboost_KeepsItsBaseScoreAndAttributes()
    {
        using TempFolder folder = new();
        XgboostModel model = XgboostFile.Read(XgboostFixtures.PathOf("logistic"));
        Assert.Equal("5", model.Attributes["best_iteration"]);
        XgboostFile.Write(folder.At("m.json"), model.Trees, model.Attributes);
        Assert.Contains(
            "\"base_score\":\"0.3\"", File.ReadAllText(folder.At("m.json")), StringComparison.Ordinal);
        AssertSame(model.Trees, XgboostFile.Read(folder.At("m.json")).Trees);
    }

    [Fact]
    public void PackedFile_IsReadAsItIs()
    {
        using TempFolder folder = new();
        using (var packed = new GZipStream(File.Create(folder.At("m.gz")), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(XgboostFixtures.PathOf("huber")));
        }

        AssertSame(
            XgboostFile.Read(XgboostFixtures.PathOf("huber")).Trees, XgboostFile.Read(folder.At("m.gz")).Trees);
    }

    [Fact]
    public void IncompleteRound_IsRefused()
    {
        using TempFolder folder = new();
        BoostedTrees model = RandomForest.Model(5, 2, 2, TreeObjective.MultiClass, margins: 3);
        var error = Assert.Throws<ArgumentException>(() => XgboostFile.Write(folder.At("m.json"), model));
        Assert.StartsWith("MultiClass with 3 margins and 5 trees is not whole rounds.", error.Message,
            StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("m.json")));
        Assert.Throws<ArgumentException>(() => XgboostFile.Write(
            folder.At("m.json"), RandomForest.Model(1, 2, 2) with { Start = [float.NaN] }));
        Assert.Throws<ArgumentException>(() => XgboostFile.Write(folder.At("m.json"), RandomForest.Model(1, 2, 2),
            new Dictionary<string, string> { ["moliere_start"] = "" }));
    }

    private static BoostedTrees Trained(TreeObjective objective, int margins, string[] names)
    {
        float[] rows = RandomForest.Rows(500, names.Length, withInfinities: false), targets = new float[500];
        for (int i = 0; i < targets.Length; i++)
        {
            float signal = float.IsNaN(rows[i * 5]) ? 0.5f : rows[i * 5];
            targets[i] = objective == TreeObjective.Logistic || margins > 2
                ? Math.Clamp(MathF.Round(signal + 1), 0, Math.Max(1, margins - 1)) : signal;
        }

        int classes = Math.Max(2, margins);
        var options = new BoostingOptions { Objective = objective, Rounds = 8, MaxDepth = 4, Classes = classes };
        return BoostedTreesTrainer.Fit(new TreeRows(rows, names, targets), options).Model;
    }

    private static void AssertSame(BoostedTrees expected, BoostedTrees actual)
    {
        Assert.Equal(expected.Objective, actual.Objective);
        Assert.Equal(expected.Features, actual.Features);
        Assert.Equal(expected.Start, actual.Start);
        Assert.Equal(expected.Trees.Count, actual.Trees.Count);
        foreach ((Tree a, Tree b) in expected.Trees.Zip(actual.Trees))
        {
            Assert.Equal(a.Feature, b.Feature);
            Assert.Equal(a.Threshold, b.Threshold);
            Assert.Equal(a.Left, b.Left);
            Assert.Equal(a.Right, b.Right);
            Assert.Equal(a.MissingLeft, b.MissingLeft);
            Assert.Equal(a.Value, b.Value);
            Assert.Equal(a.Gain, b.Gain);
            Assert.Equal(a.Cover, b.Cover);
        }
    }
}
