using System.CommandLine;
using Moliere.Calibration.Export;
using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data;
using Moliere.Learning.Export;
using Moliere.Learning.Models;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;

namespace Moliere.Cli.Commands;

/// <summary><c>export</c>: a trained method as a file that other programs run.</summary>
internal static class ExportCommand
{
    private const string Sampled = "sampled", OnePass = "one-pass";

    // Methods without a network: what they are and where they lie instead.
    private static readonly Dictionary<string, string> s_withoutNetwork = new(StringComparer.Ordinal)
    {
        ["em"] = "it is the response 1, with nothing to write",
        ["lcw"] = $"it is a set of look-up tables ({LcwStage.FileName} of the run)",
    };

    /// <summary>The verb.</summary>
    /// <param name="console">Where it is said what was written.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> run = new("run")
        {
            Description = "Folder that 'run' or 'train' wrote; with --as also a file of trees.",
        };
        Option<string> method = new("--method")
        {
            Description = "Method of that run, such as mdn.",
            HelpName = "NAME",
        };
        Option<string> target = new("--out")
        {
            Description = "File to write: ONNX for networks, JSON or source for trees.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> form = new("--form")
        {
            Description = "How the weights of a Bayesian network are averaged.",
            HelpName = "FORM",
        };
        form.AcceptOnlyFromAmong(Sampled, OnePass);
        Option<string> language = SourceExport.Language();
        Option<bool> force = new("--force") { Description = "Replaces a file that is there." };
        const string about = "Writes a trained network as ONNX, or trees as an XGBoost model or source.";
        var command = new VerbCommand("export", about)
        {
            Examples =
            [
                ("export runs/clusters --method mdn --out mdn.onnx", "then 'moliere inspect mdn.onnx'"),
                ("export runs/clusters --method bnn --form one-pass --out bnn.onnx", "a Bayesian network, no draws"),
                ("export runs/taus --method brt --out brt.json", "boosted trees, for xgboost.Booster"),
                ("export runs/taus --method brt --as cpp --out brt.hpp", "the same as one header of C++17"),
                ("export model.json --as python --out model.py", "trees of any XGBoost model file"),
            ],
        };
        command.Add(run);
        command.Add(method);
        command.Add(target);
        command.Add(form);
        command.Add(language);
        command.Add(force);
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(target), from = parsed.GetRequiredValue(run);
            string? name = parsed.GetValue(method);
            bool isForced = parsed.GetValue(force);
            if (parsed.GetValue(language) is { } chosen)
            {
                RequireNoForm(parsed.GetValue(form));
                SourceExport.Write(console, from, name, chosen, file, isForced);
                return (int)ExitCode.Done;
            }

            RequireFree(file, isForced);
            Export(console, from, Require(name), parsed.GetValue(form), file);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void Export(ShellConsole console, string run, string method, string? form, string target)
    {
        if (!Directory.Exists(run))
        {
            throw new RefusalException(ExitCode.BadData, $"'{run}' is no folder; name one that 'moliere run' wrote.");
        }

        Type? recipe = RecipeOf(run);
        if (recipe is null && RunAbove(run) is { Length: > 0 } inside)
        {
            throw new RefusalException(ExitCode.Usage, inside.TrimStart());
        }

        if (recipe == typeof(TauRecipe))
        {
            TauExport.Write(console, run, method, form, target);
            return;
        }

        if (recipe == typeof(DisplacedRecipe))
        {
            DisplacedExport.Write(console, run, method, form, target);
            return;
        }

        if (recipe == typeof(DecorrelateRecipe))
        {
            DecorrelateExport.Write(console, run, method, form, target);
            return;
        }

        RequireClusters(run, recipe);
        RequireEnding(target, ".onnx", "an ONNX file");
        NetworkCalibration calibration = Read(run, method);
        BayesianForm chosen = FormOf(calibration, form);
        OnnxExport.Write(
            console, target,
            () => NetworkExporter.Export(calibration, ProgramVersion.Text, RunNotes.Of(run).Entries, chosen));
    }

    /// <summary>Refuses a file whose name promises something else; a name without an ending promises nothing.</summary>
    /// <param name="target">File to write.</param>
    /// <param name="ending">With its dot.</param>
    /// <param name="what">What is written, with its article.</param>
    /// <exception cref="RefusalException">It has another ending.</exception>
    internal static void RequireEnding(string target, string ending, string what)
    {
        if (Path.GetExtension(target) is { Length: > 0 } found && found != ending)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' ends in {found}, but {what} is written; end it in {ending}.");
        }
    }

    /// <summary>Writes trees as a model of XGBoost and says what they are.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="target">File to write.</param>
    /// <param name="trees">The trees.</param>
    /// <exception cref="RefusalException">The name of the file promises something else.</exception>
    internal static void WriteTrees(ShellConsole console, string target, BoostedTrees trees)
    {
        RequireEnding(target, ".json", "an XGBoost model (source with --as)");
        XgboostFile.Write(target, trees);
        console.Error.WriteLine($"Wrote {target}: {trees.Features.Count} features -> margin; --as writes source.");
    }

    private static Type? RecipeOf(string run)
    {
        string path = Path.Combine(run, "recipe.yaml");
        return File.Exists(path) ? RecipeSource.Read(path).Study.Type : null;
    }

    /// <summary>The method of a folder, which has several.</summary>
    /// <param name="method">What the option said, if anything.</param>
    /// <exception cref="RefusalException">Nothing was said.</exception>
    internal static string Require(string? method) => method ?? throw new RefusalException(
        ExitCode.Usage, "A run has several methods; say which one with --method NAME.");

    private static void RequireNoForm(string? form)
    {
        if (form is not null)
        {
            throw new RefusalException(
                ExitCode.Usage, $"--form {form} is for Bayesian networks, --as for trees: leave one of them out.");
        }
    }

    /// <summary>Refuses to replace what is there unless told to.</summary>
    /// <param name="target">File to write.</param>
    /// <param name="isForced">Whether it may be replaced.</param>
    /// <exception cref="RefusalException">It exists.</exception>
    internal static void RequireFree(string target, bool isForced)
    {
        if (Path.Exists(target) && !isForced)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' exists; choose another file with --out, or replace it with --force.");
        }
    }

    private static BayesianForm FormOf(NetworkCalibration calibration, string? form)
    {
        NetworkFamily family = calibration.Options.Plan.Family;
        return form is null || family == NetworkFamily.Bayesian
            ? form == OnePass ? BayesianForm.OnePass : BayesianForm.Sampled
            : throw new RefusalException(
                ExitCode.Usage,
                $"--form {form} is for Bayesian networks; '{calibration.Name}' is of the family {family}, "
                + "which has one form: leave it out.");
    }

    private static NetworkCalibration Read(string run, string method)
    {
        if (s_withoutNetwork.TryGetValue(method, out string? reason))
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{method}' cannot be exported: {reason}; ONNX files hold networks.");
        }

        return NetworkFile.Read(ModelOf(run, method), threads: 1);
    }

    // What a jet network looks at is made from lists and earlier steps, for which the files have no words.
    private static void RequireClusters(string run, Type? recipe)
    {
        if (recipe == typeof(JetRecipe))
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' holds calibrations of jets, which cannot be exported as ONNX; 'moliere apply {run} FILE -o "
                + "OUT.root' writes what they say to a file.");
        }

        if (recipe is not null && recipe != typeof(ClusterRecipe))
        {
            string study = ShippedRecipe.All.First(known => known.Type == recipe).Name;
            string why = Directory.Exists(Path.Combine(run, "models"))
                ? "whose networks have no form outside of this program" : "which keeps no networks";
            throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' is of the study '{study}', {why}; 'export' takes runs of clusters, taus, displaced and "
                + "decorrelate.");
        }
    }

    /// <summary>File of a trained network of a run.</summary>
    /// <param name="run">Folder of the run.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="others">Methods without a network that can be exported too.</param>
    /// <exception cref="RefusalException">It is not there; the message says what is.</exception>
    internal static string ModelOf(string run, string method, params IReadOnlyList<string> others)
    {
        string path = Path.Combine(run, MethodStage.FileName(method));
        return File.Exists(path) ? path : throw Missing(run, method, others);
    }

    /// <summary>What to name instead where a folder inside a run was named; empty for any other folder.</summary>
    /// <param name="folder">What the user named.</param>
    internal static string RunAbove(string folder) => Provenance.RunAbove(folder) is { } above
        ? $" '{folder}' lies inside a run: name the folder of the run, '{above}'." : "";

    /// <summary>Refuses a form of Bayesian networks where a run has none.</summary>
    /// <param name="run">Folder of the run.</param>
    /// <param name="form">What the option said, if anything.</param>
    /// <exception cref="RefusalException">Something was said.</exception>
    internal static void RequireNoForm(string run, string? form)
    {
        if (form is not null)
        {
            throw new RefusalException(
                ExitCode.Usage, $"--form {form} is for Bayesian networks, of which '{run}' has none: leave it out.");
        }
    }

    private static RefusalException Missing(string run, string method, IReadOnlyList<string> others)
    {
        string folder = Path.GetDirectoryName(Path.Combine(run, MethodStage.FileName(method)))!;
        string[] present = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, Path.GetFileName(MethodStage.FileName("*")))
                .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal), .. others]
            : [];
        string choice = present.Length == 0
            ? "it holds no trained network"
            : $"did you mean '{NearestName.Of(method, present)[0]}'? It holds {string.Join(", ", present)}";
        return new(ExitCode.Usage, $"'{run}' has no trained method '{method}'; {choice}.");
    }
}
