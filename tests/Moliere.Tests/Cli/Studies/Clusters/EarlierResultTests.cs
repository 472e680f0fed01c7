using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>What fails or waits in a folder leaves a finished run there as it was.</summary>
[Collection(FinishedStudies.Name)]
public sealed class EarlierResultTests(FinishedStudy finished)
{
    [Fact]
    public void BadInputWithForce_LeavesTheFinishedRun()
    {
        using TempFolder folder = new();
        string run = Copy(folder);
        string input = folder.Write("bad.hepmc", "not events\n");
        ShellRun failed = ShellRun.Real("run", "clusters", "--force", "--input", input, "--out", run);
        Assert.Equal(3, failed.Code);
        Assert.Contains("nothing is kept, earlier results are untouched", failed.Error, StringComparison.Ordinal);
        TinyStudy.AssertSameResults(finished.Run, run);
        Assert.False(Directory.Exists($"{run}.partial"));
        ShellRun next = ShellRun.Real(["run", "clusters", .. TinyStudy.Settings, "--out", run]);
        Assert.StartsWith("Done before", next.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models/mdn.model")]
    [InlineData("models/lcw.json")]
    public void BrokenModel_IsNamed(string model)
    {
        using TempFolder folder = new();
        string run = Copy(folder), path = Path.Combine(run, model);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..1000]);
        ShellRun failed = Validate(run, folder.At("validation"));
        Assert.Equal(3, failed.Code);
        Assert.Contains(path, failed.Error, StringComparison.Ordinal);
        File.Delete(path);
        ShellRun missing = Validate(run, folder.At("validation"));
        Assert.Equal(3, missing.Code);
        Assert.Contains($"has no {model}; train that method first", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenTable_IsNamed()
    {
        using TempFolder folder = new();
        string run = Copy(folder), path = Path.Combine(run, "tables", "clusters.table");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^100_000] ^= 1;
        File.WriteAllBytes(path, bytes);
        ShellRun failed = Validate(run, folder.At("validation"));
        Assert.Equal(3, failed.Code);
        Assert.Contains(path, failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SplitOtherThanThatOfTheTraining_IsRefused()
    {
        using TempFolder folder = new();
        ShellRun failed = ShellRun.Real(["validate", "clusters", "--input", finished.Run, "--models", finished.Run,
            .. TinyStudy.Settings, "--seed", "2", "--out", folder.At("validation")]);
        Assert.Equal(2, failed.Code);
        Assert.Contains("were derived with seed 1 and split 0.6/0.2/0.2", failed.Error, StringComparison.Ordinal);
        Assert.Contains($"validate with '{finished.At("recipe.yaml")}'", failed.Error, StringComparison.Ordinal);
    }

    private static ShellRun Validate(string run, string target) => ShellRun.Real(
        ["validate", "clusters", "--input", run, "--models", run, .. TinyStudy.Settings, "--out", target]);

    private string Copy(TempFolder folder)
    {
        foreach (string source in Directory.GetFiles(finished.Run, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder.At("run"), Path.GetRelativePath(finished.Run, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return folder.At("run");
    }
}
