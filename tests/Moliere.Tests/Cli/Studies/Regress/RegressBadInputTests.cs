using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Regress;

/// <summary>Each mistake gives one sentence, the right exit code and nothing half-written.</summary>
public sealed class RegressBadInputTests
{
    private const int Usage = 2, BadData = 3;
    private const string Good = "a,b,y\n";

    [Theory]
    [InlineData(Usage, "What is to be predicted? Name a column with --target; the table has a, b, y.", "target=null")]
    [InlineData(Usage, "target: the table has no column 'yy'; the nearest are y", "target=yy")]
    [InlineData(Usage, "features: the table has no column 'aa'; the nearest are a", "features=[aa, b]")]
    [InlineData(Usage, "'y' is the target and cannot also be a feature.", "features=[a, y]")]
    [InlineData(Usage, "found a feature twice", "features=[a, a]")]
    [InlineData(Usage, "weight: the table has no column 'ww'", "weight=ww")]
    [InlineData(Usage, "features: 'a > 1' is a condition, expected a number.", "features=[a > 1]")]
    [InlineData(Usage, "selection:", "selection=a +")]
    [InlineData(BadData, "keeps none of the 60 rows", "selection=a > 1e9")]
    [InlineData(BadData, "usable rows are too few", "selection=a < 12")]
    [InlineData(BadData, "The weights 'zero' have the sum 0", "weight=a - a")]
    [InlineData(BadData, "40 of 60 are negative", "weight=a - 40")]
    [InlineData(BadData, "a log_normal head needs positive values", "network.head=log_normal")]
    [InlineData(Usage, "'bayesian.draws': found '0', expected a whole number from 1", "bayesian.draws=0")]
    [InlineData(Usage, "'ensemble.members': found '1', expected a whole number from 2", "ensemble.members=1")]
    [InlineData(Usage, "unknown method 'ensembl'", "limits=[{metric: nll, method: ensembl, max: 1}]")]
    [InlineData(Usage, "'methods[0]': found 'bn', expected one of", "methods=[bn]")]
    public void RecipeThatDoesNotFit_IsRefused(int code, string expected, string assignment)
    {
        ShellRun run = Refused(Rows(60, row => $"{row},{row % 7},{row - 3}"), "--set", assignment);
        string sentence = expected.Replace("'zero'", "'a - a'", StringComparison.Ordinal);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal(code, run.Code);
    }

    [Fact]
    public void TargetWithHoles_IsRefusedWithItsFirstRow()
    {
        ShellRun run = Refused(Rows(60, row => $"{row},{row % 7},{(row == 17 ? "nan" : "1.5")}"));
        Assert.Contains(
            "The target 'y' is not a finite number in 1 of 60 rows, first in row 17", run.Error,
            StringComparison.Ordinal);
        Assert.Equal(BadData, run.Code);
    }

    [Fact]
    public void ConstantTarget_IsRefused()
    {
        ShellRun run = Refused(Rows(60, row => $"{row},{row % 7},1.5"));
        Assert.Contains("The target 'y' is 1.5 in all 60 rows", run.Error, StringComparison.Ordinal);
        Assert.Equal(BadData, run.Code);
    }

    [Fact]
    public void ConstantFeatures_AreRefusedWhenNothingIsLeft()
    {
        ShellRun run = Refused(Rows(60, row => $"3,4,{row}"));
        Assert.Contains("All features (a, b) are the same in all 60", run.Error, StringComparison.Ordinal);
        Assert.Equal(BadData, run.Code);
    }

    [Fact]
    public void TooFewRows_AreRefused()
    {
        ShellRun run = Refused(Rows(9, row => $"{row},{row % 7},{row * row}"));
        Assert.Contains("9 usable rows are too few", run.Error, StringComparison.Ordinal);
        Assert.Equal(BadData, run.Code);
    }

    [Theory]
    [InlineData("1 2\n3 60\n", "line 2: found '60', expected a row number from 0 to 59")]
    [InlineData("1 -2\n", "line 1: found '-2'")]
    [InlineData("1 2\n4 5 4\n", "line 2: found row 4 2 times, expected each row of a test part once")]
    [InlineData("1 2\n\n3 4\n", "line 2: found an empty line")]
    [InlineData("", "found an empty file")]
    public void WrongSplitsFile_IsRefusedWithItsLine(string splits, string expected)
    {
        using TempFolder folder = new();
        string path = folder.Write("splits.txt", splits);
        ShellRun run = Refused(
            Rows(60, row => $"{row},{row % 7},{row * row}"), "--set", $"protocol.splits_file={path}");
        Assert.Contains(path, run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(BadData, run.Code);
    }

    [Fact]
    public void SplitsFileWithFewerLinesThanAskedFor_IsRefused()
    {
        using TempFolder folder = new();
        string path = folder.Write("splits.txt", "1 2\n3 4\n");
        ShellRun run = Refused(
            Rows(60, row => $"{row},{row % 7},{row * row}"), "--set", $"protocol.splits_file={path}",
            "--set", "protocol.repetitions=3");
        Assert.Contains("found 2 splits, expected at least 3", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target", "y")]
    [InlineData("--features", "a,b")]
    public void ColumnsForAnotherStudy_AreRefused(string option, string value)
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("run", "clusters", option, value, "--out", folder.At("run"));
        Assert.Equal(Usage, run.Code);
        Assert.Contains($"{option} names columns for the study 'regress'", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void OtherVerbs_AreRefused()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real("simulate", "regress", "--out", folder.At("run"));
        Assert.Equal(Usage, run.Code);
        Assert.Contains("'moliere run regress'", run.Error, StringComparison.Ordinal);
    }

    private static string Rows(int count, Func<int, string> row) =>
        Good + string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));

    private static ShellRun Refused(string csv, params string[] arguments)
    {
        using TempFolder folder = new();
        string input = folder.Write("data.csv", csv);
        ShellRun run = TinyRegression.Run(
            folder.At("run"), ["--input", input, "--set", "target=y", .. arguments]);
        Assert.NotEqual(0, run.Code);
        Assert.Single(run.Error.Split('\n'), line => line.StartsWith("moliere: ", StringComparison.Ordinal));
        Assert.Equal([input], Directory.GetFileSystemEntries(folder.FullName));
        return run;
    }
}
