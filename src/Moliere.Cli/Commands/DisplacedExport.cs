using Moliere.Cli.Runs;
using Moliere.Cli.Studies.Displaced;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Commands;

/// <summary>Writes what a run of displaced jets has learnt: a network as ONNX, trees as a model of XGBoost.</summary>
internal static class DisplacedExport
{
    /// <summary>Writes the file and says what it is.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="run">Folder of a run of displaced jets.</param>
    /// <param name="method">Name of a model of the run, such as adversarial-1, trees or events.</param>
    /// <param name="form">Form of a Bayesian network, of which there are none here.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">There is no such model.</exception>
    public static void Write(ShellConsole console, string run, string method, string? form, string target)
    {
        ExportCommand.RequireNoForm(run, form);
        string TreesOf(string name) => Path.Combine(run, "models", $"{name}.json");
        if (File.Exists(TreesOf(method)))
        {
            ExportCommand.WriteTrees(console, target, XgboostFile.Read(TreesOf(method)).Trees);
            return;
        }

        string[] trees = [DisplacedMethods.Trees, DisplacedMethods.Events];
        string path = ExportCommand.ModelOf(run, method, [.. trees.Where(name => File.Exists(TreesOf(name)))]);
        ExportCommand.RequireEnding(target, ".onnx", "an ONNX file");
        OnnxExport.Write(console, target, () => DisplacedNetworkExporter.Export(
            DisplacedTaggerFile.Read(path), ProgramVersion.Text, RunNotes.Of(run).Entries));
    }
}
