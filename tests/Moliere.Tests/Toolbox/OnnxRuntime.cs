using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Moliere.Formats.Onnx;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// The real ONNX Runtime: the npm package onnxruntime-node, run by node. Tests that use it are skipped, with a reason,
/// where one of them is absent; <c>.ci/run</c> installs the package into <c>artifacts/onnxruntime</c>.
/// </summary>
internal static class OnnxRuntime
{
    /// <summary>
    /// Runs a model in batches; the outputs by name, row-major. The columns of a row are dealt to the inputs in order.
    /// </summary>
    public static Dictionary<string, float[]> RunOrSkip(OnnxModel model, float[] features, int batch = 512)
    {
        string modules = Path.Combine(
            Environment.GetEnvironmentVariable("MOLIERE_ONNXRUNTIME") ?? Repository.At("artifacts", "onnxruntime"),
            "node_modules");
        Skip.IfNot(
            Directory.Exists(Path.Combine(modules, "onnxruntime-node")),
            $"no onnxruntime-node in {modules}; install it there with npm, or set MOLIERE_ONNXRUNTIME");
        using TempFolder folder = new();
        string file = folder.Write("model.onnx", OnnxWriter.ToBytes(model));
        string input = folder.Write("features.bin", MemoryMarshal.AsBytes<float>(features).ToArray());
        Run(modules, file, input, batch.ToString(CultureInfo.InvariantCulture));
        return model.Graph.Outputs.ToDictionary(output => output.Name, output =>
            MemoryMarshal.Cast<byte, float>(File.ReadAllBytes($"{input}.{output.Name}")).ToArray());
    }

    private static void Run(string modules, params string[] arguments)
    {
        ProcessStartInfo start = new("node", [Repository.At("tests", "onnx", "run.mjs"), .. arguments])
        {
            RedirectStandardError = true,
            Environment = { ["NODE_PATH"] = modules },
        };
        using Process process = StartOrSkip(start);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"ONNX Runtime refused: {error}");
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            Skip.If(true, $"node cannot be started: {error.Message}");
            throw;
        }
    }
}
