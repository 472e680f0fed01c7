using Moliere.Calibration;
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Export;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Runs;
using Moliere.Cli.Studies.Application;
using Moliere.Cli.Studies.Taus;
using Moliere.Cli.Studies.Taus.Application;

namespace Moliere.Cli.Commands;

/// <summary>Writes a learnt energy scale of taus: the network as ONNX, trees as a model of XGBoost.</summary>
internal static class TauExport
{
    /// <summary>Writes the file and says what it is.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="run">Folder of a run of taus.</param>
    /// <param name="method">Such as mdn or brt.</param>
    /// <param name="form">Form of a Bayesian network, of which there are none here.</param>
    /// <param name="target">File to write.</param>
    /// <exception cref="RefusalException">The method is not there, or has no such form.</exception>
    public static void Write(ShellConsole console, string run, string method, string? form, string target)
    {
        ExportCommand.RequireNoForm(run, form);
        string name = AppliedMethod.Choose(run, [method], AppliedTaus.Present(run), "taus")[0];
        ICalibration calibration = TrainedTauMethods.Read(run, name, threads: 1);
        switch (calibration)
        {
            case TauNetworkCalibration network:
                ExportCommand.RequireEnding(target, ".onnx", "an ONNX file");
                OnnxExport.Write(
                    console, target,
                    () => TauNetworkExporter.Export(network, ProgramVersion.Text, RunNotes.Of(run).Entries));
                break;
            case TreeCalibration trees:
                ExportCommand.RequireEnding(target, ".json", "an XGBoost model");
                TreeCalibrationFile.Write(trees, target);
                string ratio = "truth_pt / pt_combined";
                string learnt = trees.Target == TreeTarget.LogRatio ? $"ln({ratio})" : ratio;
                console.Error.WriteLine(
                    $"Wrote {target}: {trees.Trees.Features.Count} features -> {learnt}; the closure is an attribute.");
                break;
            default:
                throw new RefusalException(
                    ExitCode.Usage,
                    $"'{name}' cannot be exported: it is a set of look-up tables ({TauScalesStage.FileName} of the "
                    + "run); ONNX files hold networks.");
        }
    }
}
