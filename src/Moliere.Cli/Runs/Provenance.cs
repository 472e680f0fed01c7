using System.Runtime.InteropServices;
using System.Text.Json;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;

namespace Moliere.Cli.Runs;

/// <summary>The machine a run was made on.</summary>
/// <param name="System">Operating system.</param>
/// <param name="Architecture">Processor architecture.</param>
/// <param name="Runtime">.NET runtime.</param>
/// <param name="Processors">Logical processors.</param>
/// <param name="Threads">Threads used; results do not depend on it.</param>
internal sealed record RunEnvironment(
    string System, string Architecture, string Runtime, int Processors, int Threads)
{
    /// <summary>This machine.</summary>
    /// <param name="threads">Threads used.</param>
    public static RunEnvironment Of(int threads) => new(
        RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription, Environment.ProcessorCount, threads);
}

/// <summary>
/// How a run came about, as <c>provenance.json</c> holds it. Whatever may differ between two runs of one identity
/// (times, machine, threads) stands here, in the log and in the report, never in tables, models or figures.
/// </summary>
internal sealed record Provenance
{
    /// <summary>The file's name inside a run folder.</summary>
    public const string FileName = "provenance.json";

    /// <summary>Always <c>moliere</c>; tells a run folder from any other.</summary>
    public string Program { get; init; } = "";

    /// <summary>Version of the program.</summary>
    public string Version { get; init; } = "";

    /// <summary>The command.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The study.</summary>
    public string Study { get; init; } = "";

    /// <summary><see cref="RunIdentity.Fingerprint"/>.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Which share of the events, such as <c>2/8</c>; null for all of them.</summary>
    public string? Shard { get; init; }

    /// <summary>Files and folders read.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>The machine.</summary>
    public RunEnvironment? Environment { get; init; }

    /// <summary>When the run began (UTC).</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When the run was completed (UTC); null while it is not.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Wall time of each stage of the last process that worked on the run.</summary>
    public IReadOnlyList<StageTime> Stages { get; init; } = [];

    /// <summary>Checks that failed, one sentence each.</summary>
    public IReadOnlyList<string> FailedChecks { get; init; } = [];

    /// <summary>The provenance of a run that begins now.</summary>
    /// <param name="identity">What decides the result.</param>
    /// <param name="threads">Threads used.</param>
    /// <param name="now">The time.</param>
    public static Provenance Begin(RunIdentity identity, int threads, DateTimeOffset now) => new()
    {
        Program = "moliere",
        Version = identity.Version,
        Verb = identity.Verb,
        Study = identity.Study,
        Fingerprint = identity.Fingerprint,
        Shard = identity.Shard.Count > 1 ? identity.Shard.ToString() : null,
        Inputs = identity.Inputs,
        Environment = RunEnvironment.Of(threads),
        Started = now,
    };

    /// <summary>Reads the provenance of a run folder; null if the folder holds none.</summary>
    /// <param name="folder">Any folder.</param>
    public static Provenance? TryRead(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            Provenance? found = File.Exists(path)
                ? JsonSerializer.Deserialize<Provenance>(File.ReadAllText(path), JsonStyle.House)
                : null;
            return found is { Program: "moliere" } ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The run that a folder lies in; null for a run itself and for any other folder.</summary>
    /// <param name="folder">Any folder.</param>
    public static string? RunAbove(string folder)
    {
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return above is not null && TryRead(folder) is null && TryRead(above) is not null ? above : null;
    }

    /// <summary>Writes it into a run folder, replacing what was there in one step.</summary>
    /// <param name="folder">An existing folder.</param>
    public void Write(string folder) => AtomicFile.WriteText(
        Path.Combine(folder, FileName), JsonSerializer.Serialize(this, JsonStyle.House) + "\n");
}
