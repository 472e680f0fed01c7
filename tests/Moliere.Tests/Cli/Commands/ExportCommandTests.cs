using Moliere.Calibration.Neural;
using Moliere.Cli.Inspection;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Formats.Tables;
using Moliere.Learning.Models;
using Moliere.Tests.Calibration.Neural;
using Moliere.Tests.Cli.Studies.Clusters;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Commands;

[Collection(FinishedStudies.Name)]
public sealed class ExportCommandTests(FinishedStudy finished) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder.At("model.onnx");

    private string[] Methods => [.. Directory.GetFiles(finished.At("models"), "*.model")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryNetworkOfARun_IsWrittenAndPredictsTheSame()
    {
        Table all = TableFile.Read(finished.At("tables/clusters.table"));
        Table clusters = all.Select([.. Enumerable.Range(0, Math.Min(10, all.RowCount))]);
        float[] raw = clusters.Raw([.. ClusterFeatures.All.Select(feature => feature.Name)]);
        Assert.Contains("mdn", Methods);
        foreach (string method in Methods)
        {
            ShellRun run = Export(finished.Run, method, "--force");
            Assert.Equal((0, ""), (run.Code, run.Out));
            Assert.StartsWith($"Wrote {Target}: features -> response", run.Error, StringComparison.Ordinal);
            double[] found =
                OnnxEvaluator.Run(OnnxReader.Read(Target), raw, ClusterFeatures.All.Count)["response"].Data;
            Predictions predictions =
                NetworkFile.Read(finished.At($"models/{method}.model"), threads: 1).Apply(clusters);
            Assert.All(predictions.Response.Zip(found), pair =>
                Assert.Equal(pair.First, pair.Second, 1e-5 * pair.First));
        }
    }

    [Fact]
    public void FormOfAPlainNetwork_IsRefused()
    {
        ShellRun run = Export(finished.Run, "mdn", "--form", "one-pass");
        Assert.Equal(2, run.Code);
        Assert.Contains("--form one-pass is for Bayesian networks", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Export(finished.Run, "mdn", "--form", "exact").Code);
    }

    [Fact]
    public void Form_DecidesHowABayesianNetworkIsWritten()
    {
        var plan = new NetworkPlan { Family = NetworkFamily.Bayesian, Shape = new() { Hidden = [4] } };
        Directory.CreateDirectory(_folder.At("models"));
        NetworkFile.Write(
            new()
            {
                Name = "bnn",
                Options = new() { Plan = plan },
                Features = TrainedToys.Mixture.Features,
                Network = plan.Create(ClusterFeatures.All.Count, seed: 1),
            },
            _folder.At("models", "bnn.model"));
        Assert.Equal(0, Export(_folder.FullName, "bnn", "--form", "one-pass").Code);
        Assert.Contains("form: one pass of means and variances through the layers", Inspector.Describe(Target));
        Assert.Equal(0, Export(_folder.FullName, "bnn", "--force").Code);
        Assert.Contains("draws: 50", Inspector.Describe(Target));
    }

    [Fact]
    public void SameMethod_GivesTheSameBytesAndInspectSaysWhatTheyAre()
    {
        Assert.Equal(0, Export(finished.Run, "mdn").Code);
        byte[] first = File.ReadAllBytes(Target);
        Assert.Equal(0, Export(finished.Run, "mdn", "--force").Code);
        Assert.Equal(first, File.ReadAllBytes(Target));
        IReadOnlyList<string> lines = Inspector.Describe(Target);
        Assert.StartsWith("ONNX model: mdn by moliere ", lines[0]);
        Assert.Equal("Format: operator set 13, file format 7", lines[1]);
        string[] expected =
        [
            "Input: features float [N, 15], raw values, in this order: e_em [GeV], rapidity [1]",
            "Output: response float [N], ", "Output: sigmas float [N, 3], logarithms", "training_program: moliere ",
            "training_run: run clusters", "training_fingerprint: ", "training_recipe: clusters sha256:",
            "training_seed: 1",
        ];
        Assert.All(expected, start =>
            Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mdm", 2, "has no trained method 'mdm'; did you mean 'mdn'? It holds ")]
    [InlineData("em", 2, "'em' cannot be exported: it is the response 1")]
    [InlineData("lcw", 2, "'lcw' cannot be exported: it is a set of look-up tables (models/lcw.json of the run)")]
    public void OtherMethod_IsRefusedWithAReason(string method, int code, string phrase)
    {
        ShellRun run = Export(finished.Run, method);
        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void ExistingFile_IsKeptWithoutForce()
    {
        _folder.Write("model.onnx", "mine");
        ShellRun run = Export(finished.Run, "mdn");
        Assert.Equal(2, run.Code);
        Assert.Contains("replace it with --force", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Fact]
    public void FolderWithoutNetworks_IsRefused()
    {
        Assert.Equal(3, Export(_folder.At("nowhere"), "mdn").Code);
        ShellRun run = Export(_folder.FullName, "mdn");
        Assert.Equal(2, run.Code);
        Assert.Contains("it holds no trained network", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderInsideARun_IsRefusedWithTheRun()
    {
        ShellRun run = Export(finished.At("models"), "mdn");
        Assert.Equal(2, run.Code);
        Assert.Contains($"name the folder of the run, '{finished.Run}'", run.Error, StringComparison.Ordinal);
        run = ShellRun.Real(
            "export", finished.At("models"), "--method", "brt", "--as", "cpp", "--out", _folder.At("brt.hpp"));
        Assert.Contains($"name the folder of the run, '{finished.Run}'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("inside a run", Export(finished.Run, "mdm").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderInsideARun_IsRefusedBeforeAnyEnding()
    {
        ShellRun run = ShellRun.Real(
            "export", finished.At("models"), "--method", "brt", "--out", _folder.At("brt.json"));
        Assert.Equal(2, run.Code);
        Assert.Contains($"name the folder of the run, '{finished.Run}'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ends in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TreesThatAreNotThereYet_AreNotNamed()
    {
        _folder.Write("recipe.yaml", "study: displaced\n");
        _folder.Write("models/network-1.model", "");
        ShellRun run = Export(_folder.FullName, "trees");
        Assert.Equal(2, run.Code);
        Assert.Contains(
            "no trained method 'trees'; did you mean 'network-1'? It holds network-1.",
            run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenModel_IsBadDataAndLeavesNoFile()
    {
        _folder.Write("models/mdn.model", "MOLMODL2 and no more");
        Assert.Equal(3, Export(_folder.FullName, "mdn").Code);
        Assert.False(File.Exists(Target));
    }

    public void Dispose() => _folder.Dispose();

    private ShellRun Export(string run, string method, params string[] more) =>
        ShellRun.Real(["export", run, "--method", method, "--out", Target, .. more]);
}
