using Moliere.Cli.Runs;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Cli.Commands;

/// <summary>Writes a discriminant of boosted jets: a network as ONNX, trees as a model of XGBoost.</summary>
internal static class DecorrelateExport
{
    /// <summary>Writes the file and says what it is.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="run">Folder of a run of decorrelated taggers.</param>
    /// <param name="method">Name of a model of the run, such as adversary-10 or adversary-10-start2.</param>
    /// <param name="form">Form of a Bayesian network, of which there are none here.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">There is no such discriminant, or it is no network and no trees.</exception>
    public static void Write(ShellConsole console, string run, string method, string? form, string target)
    {
        ExportCommand.RequireNoForm(run, form);
        string path = ExportCommand.ModelOf(run, method);
        switch (DiscriminantFile.Read(path))
        {
            case NetworkDiscriminant network:
                ExportCommand.RequireEnding(target, ".onnx", "an ONNX file");
                OnnxExport.Write(console, target, () => NetworkDiscriminantExporter.Export(
                    network, ProgramVersion.Text, RunNotes.Of(run).Entries));
                break;
            case TreeDiscriminant trees:
                ExportCommand.WriteTrees(console, target, trees.Trees);
                break;
            default:
                throw new RefusalException(
                    ExitCode.Usage,
                    $"'{method}' is a formula of columns, no network and no trees; its numbers are plain JSON in "
                    + $"{path}.");
        }
    }
}
