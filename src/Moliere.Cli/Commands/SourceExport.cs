using System.CommandLine;
using Moliere.Cli.Runs;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Learning.Trees.Sources;

namespace Moliere.Cli.Commands;

/// <summary>Writes trees as source, with example rows and a program that compares both.</summary>
internal static class SourceExport
{
    private static readonly Dictionary<string, SourceLanguage> s_languages = new(StringComparer.Ordinal)
    {
        ["cpp"] = SourceLanguage.Cpp,
        ["csharp"] = SourceLanguage.CSharp,
        ["python"] = SourceLanguage.Python,
    };

    /// <summary>The option that names the language.</summary>
    public static Option<string> Language()
    {
        Option<string> language = new("--as")
        {
            Description = "Writes trees as source without dependencies.",
            HelpName = "LANGUAGE",
        };
        language.AcceptOnlyFromAmong([.. s_languages.Keys]);
        return language;
    }

    /// <summary>Writes the files and says what they are.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="run">Folder of a run, or a file of trees.</param>
    /// <param name="method">Method of the run; null for a file.</param>
    /// <param name="language">What the option said.</param>
    /// <param name="target">File of the source; the others lie beside it.</param>
    /// <param name="isForced">Whether files that are there are replaced.</param>
    /// <exception cref="RefusalException">There are no trees, or a file is in the way.</exception>
    public static void Write(
        ShellConsole console, string run, string? method, string language, string target, bool isForced)
    {
        SourceLanguage chosen = s_languages[language];
        ExportCommand.RequireEnding(target, TreeSource.Ending(chosen), $"source in {language}");
        string path = ModelOf(run, method), name = Path.GetFileNameWithoutExtension(target);
        BoostedTrees trees = XgboostFile.Read(path).Trees;
        IReadOnlyList<SourceFile> files = TreeSource.Print(trees, chosen, name, Notes(run, path, trees));
        string folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        foreach (SourceFile file in files)
        {
            ExportCommand.RequireFree(Path.Combine(folder, file.Name), isForced);
        }

        foreach (SourceFile file in files)
        {
            AtomicFile.WriteText(Path.Combine(folder, file.Name), file.Text);
            console.Error.WriteLine($"Wrote {Path.Combine(folder, file.Name)}: {file.Purpose}.");
        }
    }

    private static string ModelOf(string run, string? method)
    {
        if (File.Exists(run))
        {
            return run;
        }

        string stem = Path.Combine(run, "models", ExportCommand.Require(method)), path = $"{stem}.json";
        string model = $"{stem}.model";
        return File.Exists(path) ? path
            : Inspection.MethodInspection.IsTrees(model) ? model
            : throw new RefusalException(
                ExitCode.Usage,
                $"'{method}' of '{run}' has no trees: there is no {path}; name a method of boosted trees, or their "
                + $"file in place of the folder.{ExportCommand.RunAbove(run)}");
    }

    private static List<string> Notes(string run, string path, BoostedTrees trees) =>
    [
        $"Boosted trees of {Path.GetFileName(path)}, written by moliere {ProgramVersion.Text}.",
        $"{trees.Features.Count} features -> {trees.MarginCount} margins by {trees.Trees.Count} trees for "
            + $"{trees.Objective}.",
        "A row holds single-precision numbers, prepared as for the training; NaN where one is missing.",
        "Margins have the bits that the program computes; what it does behind the trees is not in here.",
        .. (Directory.Exists(run) ? RunNotes.Of(run).Entries : []).Select(entry => $"{entry.Key}: {entry.Value}"),
    ];
}
