using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Runs;
using Moliere.Formats.Bytes;

namespace Moliere.Cli.Inspection;

/// <summary>Describes a run folder: how it came about and what lies in it.</summary>
internal static class RunInspection
{
    /// <summary>Lines for the person.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="RefusalException">The folder is no run.</exception>
    public static IReadOnlyList<string> Describe(string folder)
    {
        if (Provenance.TryRead(folder) is not { } run)
        {
            return DescribeInside(folder);
        }

        return
        [
            $"Run folder: {Summary(run)}",
            $"Program: moliere {run.Version}",
            .. run.Environment is { } machine ? [Machine(machine)] : Array.Empty<string>(),
            $"Started: {Time(run.Started)}",
            .. run.Inputs.Select(input =>
                $"Input: {input.Path} ({ByteCount.Text(input.Bytes)}, sha256 {input.Sha256})"),
            .. run.Stages.Select(stage => $"Stage: {stage.Name}, {StageLine.Duration(stage.Seconds)}"),
            .. run.FailedChecks.Select(check => $"Failed check: {check}"),
            .. FilesOf(folder),
        ];
    }

    // A folder inside a run has nothing that says so but the run; its files are told apart by what they are.
    private static IReadOnlyList<string> DescribeInside(string folder)
    {
        Provenance? found = Provenance.RunAbove(folder) is { } above ? Provenance.TryRead(above) : null;
        Provenance run = found ?? throw new RefusalException(
            ExitCode.BadData, $"'{folder}' is no run folder: it holds no {Provenance.FileName} of this program.");
        return
        [
            $"Folder of a run: {Summary(run)}",
            .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file =>
                $"File: {Path.GetFileName(file)} ({ByteCount.Text(new FileInfo(file).Length)}){What(file)}"),
        ];
    }

    private static string What(string file)
    {
        try
        {
            return Path.GetExtension(file) switch
            {
                ".json" or ".onnx" or ".csv" or ".model" => $", {Inspector.Describe(file)[0]}",
                ".txt" => $", {File.ReadLines(file).FirstOrDefault()}",
                _ => "",
            };
        }
        catch (InvalidFileException)
        {
            return ", cannot be read";
        }
    }

    private static string Summary(Provenance run) => $"{run.Verb} {run.Study}, "
        + (run.Finished is { } end ? $"finished {Time(end)}" : "unfinished; the same command continues it");

    private static string Machine(RunEnvironment machine) =>
        $"Machine: {machine.System}, {machine.Architecture}, {machine.Processors} processors, {machine.Threads} used";

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
                $"File: {Path.GetRelativePath(folder, file)} ({ByteCount.Text(new FileInfo(file).Length)})");

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
