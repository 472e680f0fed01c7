using Moliere.Cli.Runs;
using Moliere.Cli.Studies.Displaced;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Commands;

/// <summary>Writes a network of displaced jets as ONNX.</summary>
internal static class DisplacedExport
{
    /// <summary>Writes the file and says what it is.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="run">Folder of a run of displaced jets.</param>
    /// <param name="method">Name of a model of the run, such as adversarial-1.</param>
    /// <param name="form">Form of a Bayesian network, of which there are none here.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">There is no such network.</exception>
    public static void Write(ShellConsole console, string run, string method, string? form, string target)
    {
        ExportCommand.RequireNoForm(run, form);
        string path = Path.Combine(run, "models", $"{method}.model");
        if (!File.Exists(path))
        {
            string[] present = Directory.Exists(Path.Combine(run, "models"))
                ? [.. Directory.GetFiles(Path.Combine(run, "models"), "*.model")
                    .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
                : [];
            throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' has no network '{method}'; it has {string.Join(", ", present)}. Its trees, "
                + $"{DisplacedMethods.Trees}.json and events.json in {run}/models, are exported by their path.");
        }

        ExportCommand.RequireEnding(target, ".onnx", "an ONNX file");
        OnnxExport.Write(console, target, () => DisplacedNetworkExporter.Export(
            DisplacedTaggerFile.Read(path), ProgramVersion.Text, RunNotes.Of(run).Entries));
    }
}
