using System.Diagnostics;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>A disk of a few pages: the run stops with a sentence, and goes on once there is room.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public void FullDisk_IsToldAndTheRunContinuesOnceThereIsRoom()
    {
        using TempFolder folder = new();
        string disk = Directory.CreateDirectory(folder.At("disk")).FullName;
        Skip.IfNot(OperatingSystem.IsLinux() && Try("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk),
            "a small disk can only be mounted by root");
        try
        {
            string run = Path.Combine(disk, "run");
            string[] arguments =
                ["simulate", "clusters", .. TinyStudy.Smaller, "--set", "source.events=4", "--out", run];
            ShellRun full = ShellRun.Real(arguments);
            Assert.Equal((4, ""), (full.Code, full.Out));
            Assert.Contains("space", full.Error.TrimEnd().Split('\n')[^1], StringComparison.OrdinalIgnoreCase);
            Assert.False(Directory.Exists(run));
            Assert.True(Try("mount", "-o", "remount,size=50m", disk));
            Assert.Equal(0, ShellRun.Real(arguments).Code);
            Assert.True(File.Exists(Path.Combine(run, "tables", "clusters.csv")));
        }
        finally
        {
            Try("umount", disk);
        }
    }

    private static bool Try(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
