using System.Diagnostics;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>The real program as a process, killed while it trains.</summary>
[Trait("Speed", "Slow")]
public sealed class InterruptedStudyTests(InterruptedStudyTests.Uninterrupted reference)
    : IClassFixture<InterruptedStudyTests.Uninterrupted>
{
    private static readonly string[] s_settings =
    [
        .. TinyStudy.Settings, "--set", "methods=[em, lcw, mdn]", "--set", "mdn.hidden=[64, 64]",
        "--set", "training.epochs=150", "--set", "training.patience=0", "--set", "training.batch_size=64",
    ];

    [SkippableTheory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public void KilledInTraining_ContinuesToTheSameBytes(string signal, int code)
    {
        Skip.If(OperatingSystem.IsWindows(), "signals are of Unix");
        using TempFolder folder = new();
        string[] arguments = ["run", "clusters", .. s_settings, "--out", folder.At("run")];
        using (Process process = Start(arguments))
        {
            Task<string> messages = process.StandardError.ReadToEndAsync();
            WaitForSecondEpoch(Path.Combine(folder.At("run.partial"), "checkpoints", "mdn.checkpoint"), process);
            using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
            Assert.Equal(code, process.ExitCode);
            Assert.Equal(signal != "KILL", messages.Result.Contains("the same command continues"));
        }

        Assert.False(Directory.Exists(folder.At("run")));
        Assert.False(File.Exists(Path.Combine(folder.At("run.partial"), "models", "mdn.model")));
        ShellRun resumed = ShellRun.Real([.. arguments, "--threads", "1"]);
        Assert.Equal(0, resumed.Code);
        Assert.Contains("Continues the unfinished run", resumed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("simulation and reconstruction:", resumed.Error, StringComparison.Ordinal);
        TinyStudy.AssertSameResults(reference.Run, folder.At("run"));
        Assert.False(Directory.Exists(Path.Combine(folder.At("run"), "checkpoints")));
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "moliere.dll"), .. arguments])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    // The file is there before the first epoch and replaced after each.
    private static void WaitForSecondEpoch(string checkpoint, Process process)
    {
        var waited = Stopwatch.StartNew();
        DateTime? first = null;
        while (waited.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
        {
            if (File.Exists(checkpoint))
            {
                DateTime written = File.GetLastWriteTimeUtc(checkpoint);
                first ??= written;
                if (written != first)
                {
                    return;
                }
            }

            Thread.Sleep(1);
        }

        Assert.Fail("The training was not seen to begin.");
    }

    /// <summary>The same study, left in peace.</summary>
    public sealed class Uninterrupted : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Uninterrupted()
        {
            Run = _folder.At("run");
            Assert.Equal(0, ShellRun.Real(["run", "clusters", .. s_settings, "--out", Run]).Code);
        }

        public string Run { get; }

        public void Dispose() => _folder.Dispose();
    }
}
