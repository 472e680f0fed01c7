using Moliere.Cli.Progress;
using Moliere.Cli.Runs;
using Moliere.Formats.Tables.Parts;

namespace Moliere.Cli.Studies;

/// <summary>The work of one command.</summary>
internal sealed record StudyRequest
{
    /// <summary>Which part of the study.</summary>
    public required StudyVerb Verb { get; init; }

    /// <summary>The resolved recipe; its type is that of the study's shipped recipe.</summary>
    public required object Recipe { get; init; }

    /// <summary>Where every file goes.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>Stages, lines for the person and the log.</summary>
    public required RunProgress Progress { get; init; }

    /// <summary>Threads to use; the result must not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>A table file or a folder written by <c>simulate</c>: for train and validate.</summary>
    public string? Table { get; init; }

    /// <summary>A folder written by <c>train</c>: for validate.</summary>
    public string? Models { get; init; }

    /// <summary>The inputs with their hashes, for the report.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    /// <summary>Hash of what decides the rows of a simulated table.</summary>
    public string Production { get; init; } = "";

    /// <summary>Which share of the events: for simulate.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Folders written by <c>simulate --shard</c>: for merge.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether blocks of events may be missing from <see cref="Parts"/>.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Signalled by SIGINT and SIGTERM: save what resuming needs and throw.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Refuses all verbs but <c>run</c>, for a study that is not done in parts.</summary>
    /// <param name="study">Its name.</param>
    /// <param name="hint">What to do with a table that was made before; empty where there is nothing to say.</param>
    /// <exception cref="RefusalException">Another verb was asked for.</exception>
    public void RequireRun(string study, string hint = "")
    {
        if (Verb != StudyVerb.Run)
        {
            string verb = Verb.ToString().ToLowerInvariant();
            throw new RefusalException(
                ExitCode.Usage,
                $"The study '{study}' has no separate '{verb}'; it is done by 'moliere run {study}'. {hint}".TrimEnd());
        }
    }
}

/// <summary>What a study says when it is done.</summary>
/// <param name="Summary">Lines for the person, most important first.</param>
/// <param name="FailedChecks">Checks of the result that failed, one sentence each; any makes the exit code 1.</param>
internal sealed record StudyResult(IReadOnlyList<string> Summary, IReadOnlyList<string> FailedChecks);
