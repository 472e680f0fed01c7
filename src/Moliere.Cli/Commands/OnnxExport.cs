using Moliere.Calibration.Export;
using Moliere.Cli.Runs;
using Moliere.Formats.Onnx;

namespace Moliere.Cli.Commands;

/// <summary>Writes a network as an ONNX file.</summary>
internal static class OnnxExport
{
    /// <summary>Writes the file and says what goes in and comes out.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="target">File to write.</param>
    /// <param name="translate">Makes the graph.</param>
    /// <exception cref="RefusalException">The network has no such form.</exception>
    public static void Write(ShellConsole console, string target, Func<OnnxModel> translate)
    {
        OnnxModel model;
        try
        {
            model = translate();
        }
        catch (NotSupportedException error)
        {
            throw new RefusalException(ExitCode.Usage, error.Message);
        }

        byte[] bytes = OnnxWriter.ToBytes(model);
        AtomicFile.Write(target, stream => stream.Write(bytes));
        string outputs = string.Join(", ", model.Graph.Outputs.Select(output => output.Name));
        console.Error.WriteLine($"Wrote {target}: {NetworkExporter.Input} -> {outputs}.");
    }
}
