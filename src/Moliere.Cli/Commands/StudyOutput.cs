using System.Text.Json;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Cli.Runs;

namespace Moliere.Cli.Commands;

/// <summary>The result of a study command as <c>--json</c> prints it.</summary>
internal static class StudyOutput
{
    private static readonly string[] _results = ["report.html", "metrics.json", "recipe.yaml", Provenance.FileName];

    /// <summary>Prints one JSON object; keys in snake case.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="folder">A complete run.</param>
    /// <param name="done">Its provenance.</param>
    /// <param name="summary">Lines of the study.</param>
    /// <param name="code">What the process will return.</param>
    public static void Write(
        TextWriter output, RunFolder folder, Provenance done, IReadOnlyList<string> summary, ExitCode code)
    {
        var result = new Result(
            done.Verb, done.Study, code == ExitCode.Done ? "done" : "check_failed", (int)code, folder.FinalPath,
            folder.State == RunFolderState.Finished, done.Fingerprint, summary, done.FailedChecks, done.Stages,
            [.. _results.Select(name => Path.Combine(folder.FinalPath, name)).Where(File.Exists)]);
        output.WriteLine(JsonSerializer.Serialize(result, JsonStyle.House));
    }

    /// <summary>Prints an error as one JSON object.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="code">What the process will return.</param>
    /// <param name="sentence">The sentence for the user.</param>
    public static void WriteError(TextWriter output, ExitCode code, string sentence) => output.WriteLine(
        JsonSerializer.Serialize(new Failure("error", (int)code, sentence), JsonStyle.House));

    private sealed record Result(
        string Verb, string Study, string Status, int ExitCode, string Folder, bool Reused, string Fingerprint,
        IReadOnlyList<string> Summary, IReadOnlyList<string> FailedChecks, IReadOnlyList<StageTime> Stages,
        IReadOnlyList<string> Files);

    private sealed record Failure(string Status, int ExitCode, string Error);
}
