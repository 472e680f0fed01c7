using System.CommandLine;
using Moliere.Calibration.Export;
using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Models;

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
        Argument<string> run = new("run") { Description = "Folder that 'run' or 'train' wrote." };
        Option<string> method = new("--method")
        {
            Description = "Method of that run, such as mdn.",
            HelpName = "NAME",
            Required = true,
        };
        Option<string> target = new("--out")
        {
            Description = "ONNX file to write.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> form = new("--form")
        {
            Description = "How the weights of a Bayesian network are averaged.",
            HelpName = "FORM",
        };
        form.AcceptOnlyFromAmong(Sampled, OnePass);
        Option<bool> force = new("--force") { Description = "Replaces a file that is there." };
        var command = new VerbCommand("export", "Writes a trained network as ONNX: raw features in, response out.")
        {
            Examples =
            [
                ("export runs/clusters --method mdn --out mdn.onnx", "then 'moliere inspect mdn.onnx'"),
                ("export runs/clusters --method bnn --form one-pass --out bnn.onnx", "a Bayesian network, no draws"),
            ],
        };
        command.Add(run);
        command.Add(method);
        command.Add(target);
        command.Add(form);
        command.Add(force);
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(method), file = parsed.GetRequiredValue(target);
            RequireFree(file, parsed.GetValue(force));
            NetworkCalibration calibration = Read(parsed.GetRequiredValue(run), name);
            BayesianForm chosen = FormOf(calibration, parsed.GetValue(form));
            Write(console, Translate(calibration, RunNotes.Of(parsed.GetRequiredValue(run)), chosen), file);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void RequireFree(string target, bool isForced)
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

    private static void Write(ShellConsole console, OnnxModel model, string target)
    {
        byte[] bytes = OnnxWriter.ToBytes(model);
        AtomicFile.Write(target, stream => stream.Write(bytes));
        string outputs = string.Join(", ", model.Graph.Outputs.Select(output => output.Name));
        console.Error.WriteLine($"Wrote {target}: {NetworkExporter.Input} -> {outputs}.");
    }

    private static NetworkCalibration Read(string run, string method)
    {
        if (!Directory.Exists(run))
        {
            throw new RefusalException(ExitCode.BadData, $"'{run}' is no folder; name one that 'moliere run' wrote.");
        }

        if (s_withoutNetwork.TryGetValue(method, out string? reason))
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{method}' cannot be exported: {reason}; ONNX files hold networks.");
        }

        RequireClusters(run);
        string path = Path.Combine(run, MethodStage.FileName(method));
        return File.Exists(path) ? NetworkFile.Read(path, threads: 1) : throw Missing(run, method);
    }

    // What a jet network looks at is made from lists and earlier steps, for which the files have no words.
    private static void RequireClusters(string run)
    {
        string recipe = Path.Combine(run, "recipe.yaml");
        if (File.Exists(recipe) && RecipeSource.Read(recipe).Study.Type == typeof(JetRecipe))
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' holds calibrations of jets, which cannot be exported as ONNX; 'moliere apply {run} FILE -o "
                + "OUT.root' writes what they say to a file.");
        }
    }

    private static RefusalException Missing(string run, string method)
    {
        string folder = Path.GetDirectoryName(Path.Combine(run, MethodStage.FileName(method)))!;
        string[] present = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, Path.GetFileName(MethodStage.FileName("*")))
                .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
            : [];
        string choice = present.Length == 0
            ? "it holds no trained network"
            : $"did you mean '{NearestName.Of(method, present)[0]}'? It holds {string.Join(", ", present)}";
        return new(ExitCode.Usage, $"'{run}' has no trained method '{method}'; {choice}.");
    }

    private static OnnxModel Translate(NetworkCalibration calibration, RunNotes notes, BayesianForm form)
    {
        try
        {
            return NetworkExporter.Export(calibration, ProgramVersion.Text, notes.Entries, form);
        }
        catch (NotSupportedException error)
        {
            throw new RefusalException(ExitCode.Usage, error.Message);
        }
    }
}
