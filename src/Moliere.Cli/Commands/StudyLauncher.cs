using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Commands;

/// <summary>
/// Carries out a study command: resolve the recipe, open the run folder, let the study work, complete it.
/// </summary>
/// <param name="studies">The studies there are.</param>
/// <param name="console">Streams and clock.</param>
/// <param name="cancellation">Signalled by SIGINT and SIGTERM.</param>
internal sealed class StudyLauncher(
    IReadOnlyList<IStudy> studies, ShellConsole console, CancellationToken cancellation)
{
    /// <summary>Carries out one order.</summary>
    /// <param name="order">What was asked for.</param>
    public ExitCode Launch(StudyOrder order)
    {
        (ShippedRecipe shipped, object recipe) = order.Resolve();
        IStudy study = studies.FirstOrDefault(candidate => candidate.Name == shipped.Name)
            ?? throw new RefusalException(ExitCode.Usage,
                $"The study '{shipped.Name}' is described but cannot be carried out by this program.");
        string text = RecipeWriter.Write(recipe);
        string verb = order.Verb.ToString().ToLowerInvariant();
        InputFile[] inputs = [.. InputsOf(order, recipe).SelectMany(FilesOf).Select(InputFile.Of)];
        var identity = new RunIdentity(verb, shipped.Name, ProgramVersion.Text, text, inputs, order.Shard);
        Provenance provenance = Provenance.Begin(identity, order.Threads, console.Clock.GetUtcNow());
        string path = order.Out ?? Path.Combine("runs", shipped.Name + SuffixOf(order));
        using RunFolder folder = RunFolderOpening.Open(path, provenance, order.Force);
        if (folder.State == RunFolderState.Finished)
        {
            return Print(order, folder, Provenance.TryRead(folder.FinalPath)!, ["Done before; nothing to do."]);
        }

        folder.WriteText("recipe.yaml", text);
        return Work(order, study, recipe, folder, identity, provenance);
    }

    private ExitCode Work(
        StudyOrder order, IStudy study, object recipe, RunFolder folder, RunIdentity identity, Provenance provenance)
    {
        RunProgress progress = console.NewProgress();
        StudyResult result;
        try
        {
            result = Execute(order, study, recipe, folder, identity, provenance, progress);
        }
        catch (Exception error) when (IsOfNoUse(folder, error))
        {
            folder.Discard();
            throw;
        }

        Provenance finished = provenance with
        {
            Finished = console.Clock.GetUtcNow(),
            Stages = progress.Times,
            FailedChecks = result.FailedChecks,
        };
        finished.Write(folder.CurrentPath);
        folder.Remove("checkpoints");
        folder.Complete();
        return Print(order, folder, finished, result.Summary);
    }

    private StudyResult Execute(
        StudyOrder order, IStudy study, object recipe, RunFolder folder, RunIdentity identity, Provenance provenance,
        RunProgress progress)
    {
        using StreamWriter log = new(folder.PathOf("log.txt"), append: true);
        progress.LogTo(log);
        try
        {
            progress.Say(folder.State == RunFolderState.Resumed
                ? $"Continues the unfinished run in {folder.CurrentPath}"
                : $"{provenance.Verb} {provenance.Study} into {folder.FinalPath}");
            return study.Execute(new StudyRequest
            {
                Verb = order.Verb,
                Recipe = recipe,
                Folder = folder,
                Progress = progress,
                Threads = order.Threads,
                Table = order.Table,
                Models = order.Models,
                Production = identity.Production,
                Shard = order.Shard,
                Parts = order.Parts,
                IsPartial = order.IsPartial,
                Inputs = provenance.Inputs,
                Cancellation = cancellation,
            });
        }
        catch (Exception error)
        {
            ExplainFailure(error, folder, progress);
            throw;
        }
        finally
        {
            progress.LogTo(null);
        }
    }

    // What a user must mend gives another run, which an unfinished one under the same name would only block.
    private static bool IsOfNoUse(RunFolder folder, Exception error) =>
        folder.State == RunFolderState.Fresh && ErrorReport.Of(error).Code is (ExitCode.Usage or ExitCode.BadData);

    private static void ExplainFailure(Exception error, RunFolder folder, RunProgress progress)
    {
        progress.Say(error is OperationCanceledException
            ? $"Stopped; the same command continues from {folder.CurrentPath}."
            : IsOfNoUse(folder, error) ? "Failed; nothing is kept, earlier results are untouched."
            : $"Failed; what was done is kept in {folder.CurrentPath}, earlier results are untouched.");
        if (ErrorReport.IsInternal(error))
        {
            string log = folder.PathOf("error.txt");
            File.WriteAllText(log, error.ToString());
            throw new RefusalException(
                ExitCode.Environment, $"{ErrorReport.Of(error).Sentence} Please report it with '{log}'.");
        }
    }

    private ExitCode Print(StudyOrder order, RunFolder folder, Provenance done, IReadOnlyList<string> summary)
    {
        ExitCode code = done.FailedChecks.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        if (order.Json)
        {
            StudyOutput.Write(console.Out, folder, done, summary, code);
            return code;
        }

        foreach (string line in summary)
        {
            console.Out.WriteLine(line);
        }

        foreach (string check in done.FailedChecks)
        {
            console.Error.WriteLine($"Check failed: {check}");
        }

        string report = Path.Combine(folder.FinalPath, "report.html");
        console.Out.WriteLine(File.Exists(report) ? $"Report: {report}" : $"Results: {folder.FinalPath}");
        return code;
    }

    // Where a table is given, the recipe's own sources are not read.
    private static IEnumerable<string> InputsOf(StudyOrder order, object recipe)
    {
        bool readsSources = order.Verb is StudyVerb.Run or StudyVerb.Simulate;
        IEnumerable<string> own = recipe is not IFileReader reader || order.Verb == StudyVerb.Merge ? []
            : readsSources ? reader.Files : reader.FilesBesideTable;
        return own.Concat(new[] { order.Table, order.Models }.OfType<string>()).Concat(order.Parts);
    }

    // Several files may stand behind one address; each counts by its content.
    private static IReadOnlyList<string> FilesOf(string input) => new TableAddress(input).Files;

    private static string SuffixOf(StudyOrder order) => order.Verb switch
    {
        StudyVerb.Simulate when order.Shard.Count > 1 =>
            FormattableString.Invariant($"-table-{order.Shard.Number}-of-{order.Shard.Count}"),
        StudyVerb.Simulate => "-table",
        StudyVerb.Train => "-models",
        StudyVerb.Validate => "-validation",
        StudyVerb.Merge => "-merged",
        _ => "",
    };
}
