using System.IO.Compression;
using System.Text;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>Whatever is wrong: one sentence with place and remedy, the right code, and nothing left behind.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("truncated.gz", "the file is truncated or damaged, copy it again")]
    [InlineData("corrupt.gz", "expected ")]
    [InlineData("cut.hepmc", "line ")]
    [InlineData("nan.hepmc", "expected a finite number")]
    [InlineData("units.hepmc", "PARSEC")]
    [InlineData("empty.hepmc", "found an empty file")]
    [InlineData("none.hepmc", "found no event")]
    [InlineData("prose.hepmc", "expected generator events")]
    [InlineData("directory", "found a directory")]
    [InlineData("missing.hepmc", "does not exist")]
    public void EventFile_IsRefusedBeforeAnythingIsSimulated(string name, string phrase)
    {
        string input = Make(name);
        ShellRun run = ShellRun.Real("run", "clusters", "--input", input, "--out", _folder.At("run"));
        AssertRefused(run, 3, input, phrase);
        Assert.DoesNotContain("library", run.Error, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("training:\n  epochz: 3\n", "epochz", "epochs")]
    [InlineData("training:\n  epochs: many\n", "many", "whole number")]
    [InlineData("training:\n  epochs: 0\n", "0", "1")]
    [InlineData("split:\n  train: 0.9\n", "1.3", "expected 1")]
    [InlineData("clustering:\n  seed: 4\n  grow: 5\n", "5", "4")]
    [InlineData("pileup: [1, 2\n", "recipe.yaml", "")]
    public void Recipe_IsRefusedWithItsPlace(string text, string found, string expected)
    {
        string recipe = _folder.Write("recipe.yaml", "study: clusters\n" + text);
        ShellRun run = ShellRun.Real("run", recipe, "--out", _folder.At("run"));
        AssertRefused(run, 2, recipe, found, expected);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("training.epochs", "=")]
    [InlineData("source.events=-3", "source.events")]
    [InlineData("selection.expression=e_depp > 1", "e_dep")]
    [InlineData("selection.expression=e_dep >", "position")]
    [InlineData("selection.expression=e_dep + 1", "condition")]
    [InlineData("selection.expression=cell_index > 1", "cell_index")]
    [InlineData("methods=[em, em]", "twice")]
    [InlineData("methods=[bdt]", "bdt")]
    [InlineData("limits=[{metric: crpz, method: mdn, max: 1}]", "did you mean 'crps'?")]
    [InlineData("limits=[{metric: crps, method: mdn}]", "neither min nor max")]
    public void Assignment_IsRefusedBeforeAnythingIsSimulated(string assignment, string phrase)
    {
        ShellRun run = ShellRun.Real("run", "clusters", "--set", assignment, "--out", _folder.At("run"));
        AssertRefused(run, 2, phrase);
        Assert.DoesNotContain("library", run.Error, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("100000")]
    [InlineData("two")]
    public void Threads_AreFromOneToTheProcessors(string threads) =>
        AssertRefused(ShellRun.Real("run", "clusters", "--threads", threads), 2, "--threads", "found ", threads);

    [Fact]
    public void OutputBelowAFile_IsRefused()
    {
        string file = _folder.Write("file.txt", "mine");
        ShellRun run = ShellRun.Real("run", "clusters", "--out", Path.Combine(file, "run"));
        AssertRefused(run, 4, file, "--out");
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void OutputThatIsNoRun_IsRefusedAndUntouched()
    {
        string mine = Path.Combine(Directory.CreateDirectory(_folder.At("run")).FullName, "thesis.tex");
        File.WriteAllText(mine, "years of work");
        foreach (string[] more in (string[][])[[], ["--force"]])
        {
            ShellRun run = ShellRun.Real(["run", "clusters", "--out", _folder.At("run"), .. more]);
            AssertRefused(run, 2, _folder.At("run"), "choose another --out");
            Assert.Equal("years of work", File.ReadAllText(mine));
        }
    }

    [SkippableFact]
    public void InputThatTheSystemRefuses_IsAnErrorOfTheMachine()
    {
        // Reading address 0 of one's own memory fails for everybody, root included.
        Skip.IfNot(OperatingSystem.IsLinux(), "there is no /proc/self/mem");
        ShellRun run = ShellRun.Real("run", "clusters", "--input", "/proc/self/mem", "--out", _folder.At("run"));
        AssertRefused(run, 4, "/proc/self/mem", "cannot be read");
        AssertNothingLeft();
    }

    [Fact]
    public void NoClusters_AreToldWithTheSelection()
    {
        string[] arguments = ["run", "clusters", "--out", _folder.At("run"), .. TinyStudy.Smaller, "--set",
            "source.events=3"];
        ShellRun run = ShellRun.Real([.. arguments, "--set", "selection.jet_pt_min=9999"]);
        AssertRefused(run, 3, "none of the 0 clusters", "--set");
        AssertNothingLeft();
        AssertRefused(ShellRun.Real([.. arguments, "--set", "source.events=1"]), 3, "too few", "source.events");
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("table.csv", "event,weight,e_em\n1,1,2\n", "found no column 'e_dep'")]
    [InlineData("table.csv", "event,weight\n1\n", "line 2")]
    [InlineData("table.table", "no table at all, only words", "table.table")]
    [InlineData("table.table", "", "table.table")]
    public void Table_IsRefusedWithItsPlace(string name, string text, string phrase)
    {
        string input = _folder.Write(name, text);
        ShellRun run = ShellRun.Real("train", "clusters", "--input", input, "--out", _folder.At("run"));
        AssertRefused(run, 3, input, phrase);
        AssertNothingLeft();
    }

    [Fact]
    public void FolderWithoutATable_IsRefused()
    {
        string input = Directory.CreateDirectory(_folder.At("empty")).FullName;
        ShellRun run = ShellRun.Real("train", "clusters", "--input", input, "--out", _folder.At("run"));

        AssertRefused(run, 3, "clusters.table");
        AssertNothingLeft();
    }

    private string Make(string name)
    {
        string text = TinyStudy.HepMc(), path = _folder.At(name);
        switch (name)
        {
            case "directory":
                Directory.CreateDirectory(path);
                break;
            case "truncated.gz":
                File.WriteAllBytes(path, Packed(text)[..4000]);
                break;
            case "corrupt.gz":
                byte[] packed = Packed(text);
                packed.AsSpan(packed.Length / 2, 40).Fill(0x55);
                File.WriteAllBytes(path, packed);
                break;
            case not "missing.hepmc":
                File.WriteAllText(path, Spoiled(name, text));
                break;
        }

        return path;
    }

    private static string Spoiled(string name, string text) => name switch
    {
        "cut.hepmc" => text[..(text.Length / 3)],
        "nan.hepmc" => WithNaN(text),
        "units.hepmc" => text.Replace("U GEV MM", "U PARSEC MM", StringComparison.Ordinal),
        "none.hepmc" => text[..text.IndexOf("E ", StringComparison.Ordinal)] + "HepMC::Asciiv3-END_EVENT_LISTING\n",
        "prose.hepmc" => "Dear reader, these are no events.\n",
        _ => "",
    };

    // A particle is "P id vertex pdg px py pz e m status".
    private static string WithNaN(string text)
    {
        string[] lines = text.Split('\n');
        int last = Array.FindLastIndex(lines, line => line.StartsWith("P ", StringComparison.Ordinal));
        string[] fields = lines[last].Split(' ');
        fields[4] = "nan";
        lines[last] = string.Join(' ', fields);
        return string.Join('\n', lines);
    }

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static void AssertRefused(ShellRun run, int code, params string[] phrases)
    {
        Assert.Equal((code, ""), (run.Code, run.Out));
        string sentence = run.Error.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("moliere: ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Internal error", sentence, StringComparison.Ordinal);
        Assert.All(phrases, phrase => Assert.Contains(phrase, sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private void AssertNothingLeft() => Assert.DoesNotContain(
        Directory.EnumerateFileSystemEntries(_folder.FullName),
        entry => Path.GetFileName(entry).StartsWith("run", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();
}
