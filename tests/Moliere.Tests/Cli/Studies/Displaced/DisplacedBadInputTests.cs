using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedBadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void OneTableForTwoSamples_IsRefusedWithBothKeys()
    {
        string[] samples = Samples(_ => null);
        ShellRun run = Run([.. samples, "--set", $"source.qcd={_folder.At("signal.table")}"]);
        Assert.Equal(2, run.Code);
        AssertWords(run, "found the same table", "as signal and qcd, expected one of its own");
    }

    [Fact]
    public void EmptySelection_IsRefused() => AssertWords(
        Run([.. Samples(_ => null), "--set", "source.select=''"]), "select: found no text, expected a condition");

    [Theory]
    [InlineData(-0.5f, "found -0.5, expected a finite weight")]
    [InlineData(float.NaN, "found NaN, expected a finite weight")]
    public void WeightThatIsNone_IsRefusedWithItsEvent(float weight, string words)
    {
        ShellRun run = Run(Samples(name => name != "qcd" ? null : jets => Changed(jets, DisplacedJetColumns.Weight,
            column => ((FloatColumn)column) with
            {
                Values = [.. ((FloatColumn)column).Values.Select((one, row) => row == 6 ? weight : one)],
            })));
        Assert.Equal(3, run.Code);
        AssertWords(run, "qcd.table (event 1000003, column 'weight')", words, "source.select");
    }

    [Fact]
    public void ListsOfUnequalLengths_AreRefusedWithTheirEvent()
    {
        ShellRun run = Run(Samples(name => name != "signal" ? null : jets => Changed(
            jets, DisplacedJetColumns.ClusterTime, column => DisplacedToy.Changed(
                (JaggedColumn<float>)column, (row, own) => row == 2 ? own[..^1] : own))));
        Assert.Equal(3, run.Code);
        AssertWords(run, "signal.table (event 2000001, column 'cluster_time')", "as of 'cluster_pt' of the same jet");
    }

    [Theory]
    [InlineData("source.columns.pt=cluster_pt", "found a list of numbers in each entry, expected one number", "[0]")]
    [InlineData("source.columns.cluster_pt=pt", "found one number in each entry, expected a list", "cluster_pt 'pt'")]
    public void NumberForAListOrTheOtherWay_IsRefusedInWords(string setting, params string[] words)
    {
        ShellRun run = Run([.. Samples(_ => null), "--set", setting]);
        Assert.Equal(3, run.Code);
        AssertWords(run, ["signal.table (source.columns.", .. words]);
        Assert.DoesNotContain("Column ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trigger.log_ratio_min=9", "that stops event trees (split.cut)", "events of source.qcd")]
    [InlineData("abcd.time_min=100", "none of its background passes", "abcd.time_min, abcd.trigger")]
    public void CutsThatLeaveNothing_AreFoundBeforeTheTraining(string setting, params string[] words)
    {
        ShellRun run = Run([.. Samples(_ => null), .. Loose, "--set", setting]);
        Assert.Equal(3, run.Code);
        AssertWords(run, words);
        Assert.DoesNotContain("training", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlRegionOfFewEvents_IsFoundBeforeTheTraining()
    {
        ShellRun run = Run([.. Samples(name => name != "control_data" ? null : jets => jets.Slice(0, 2)), .. Loose]);
        Assert.Equal(3, run.Code);
        AssertWords(run, "part of the control region that judges has 0 jets of data", "source.control_data");
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Loose =>
    [
        "--set", "trigger.log_ratio_min=-10", "--set", "trigger.pt_min=0", "--set", "trigger.time_min=-100",
        "--set", "abcd.trigger.log_ratio_min=-10", "--set", "abcd.trigger.track_distance_min=0",
    ];

    private ShellRun Run(string[] settings) =>
        ShellRun.Real(["run", "displaced", "--out", _folder.At("run"), "--threads", "1", .. settings]);

    private static void AssertWords(ShellRun run, params string[] words)
    {
        string error = run.Error.ReplaceLineEndings(" ");
        Assert.All(words, word => Assert.True(error.Contains(word, StringComparison.Ordinal), error));
    }

    private string[] Samples(Func<string, Func<Table, Table>?> change) =>
        DisplacedToy.Samples(_folder, 60, (name, jets) => change(name) is { } done ? done(jets) : jets);

    private static Table Changed(Table jets, string name, Func<Column, Column> change) =>
        new([.. jets.Columns.Select(column => column.Name == name ? change(column) : column)]);
}
