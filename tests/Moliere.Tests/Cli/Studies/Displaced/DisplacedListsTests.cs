using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Displaced;

public sealed class DisplacedListsTests
{
    private const int Long = 40; // more than are kept of any list

    [Fact]
    [Trait("Speed", "Slow")]
    public void MaskedEmptyAndLongLists_GoThroughAndAreCounted()
    {
        using TempFolder folder = new();
        ShellRun run = ShellRun.Real(
        [
            "run", "displaced", "--quick", "--out", folder.At("run"), "--threads", "1", "--set", "seeds=1", "--set",
            "network.epochs=1", "--set", "adversary.epochs=1", "--set", "trees.rounds=5", "--set",
            "trigger.log_ratio_min=-10", "--set", "trigger.pt_min=0", "--set", "abcd.trigger.log_ratio_min=-10",
            "--set", "abcd.trigger.track_distance_min=0", .. DisplacedToy.Samples(folder, 120, (_, jets) => Odd(jets)),
        ]);
        Assert.True(run.Code == 0, run.Error);
        string log = run.Error.ReplaceLineEndings(" "), report = File.ReadAllText(folder.At("run", "report.html"));
        Assert.Contains("found values that are no finite number (cluster_", log, StringComparison.Ordinal);
        Assert.Contains("first NaN in event 2000000", log, StringComparison.Ordinal);
        foreach (string words in new[]
        {
            "jets have neither clusters nor tracks nor muon segments", "Lists are cut at their limits in",
            "have a value that is no finite number and are left out",
        })
        {
            Assert.Contains(words, log, StringComparison.Ordinal);
            Assert.Contains(words, report, StringComparison.Ordinal);
        }
    }

    // Of eight jets one has nothing but values that are no numbers, one no values, one more than are kept.
    private static Table Odd(Table jets) => new(
    [
        .. jets.Columns.Select(column => column is not JaggedColumn<float> lists ? column
            : DisplacedToy.Changed(lists, (row, own) => (row % 8) switch
            {
                0 => [.. own.Select(_ => float.NaN)],
                3 => [],
                5 when own.Length > 0 => [.. Enumerable.Range(0, Long).Select(i => own[i % own.Length])],
                _ => own,
            })),
    ]);
}
