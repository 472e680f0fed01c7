using System.Diagnostics;
using System.Text.Json;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// The npm package jsroot, run by node: another reader of ROOT files. Tests that use it are skipped, with a reason,
/// where one of them is absent; <c>.ci/run</c> installs the package into <c>artifacts/jsroot</c>.
/// </summary>
internal static class JsRoot
{
    /// <summary>What is in a file, as <c>tests/jsroot/read.mjs</c> prints it.</summary>
    public static JsonElement ReadOrSkip(string path, params string[] options)
    {
        string modules = Path.Combine(
            Environment.GetEnvironmentVariable("MOLIERE_JSROOT") ?? Repository.At("artifacts", "jsroot"),
            "node_modules");
        Skip.IfNot(
            Directory.Exists(Path.Combine(modules, "jsroot")),
            $"no jsroot in {modules}; install it there with npm, or set MOLIERE_JSROOT");
        ProcessStartInfo start = new("node", [Repository.At("tests", "jsroot", "read.mjs"), .. options, path])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = modules },
        };
        using Process process = StartOrSkip(start);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"JSROOT refused: {error.Result}");
        return JsonDocument.Parse(output).RootElement.GetProperty(path);
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
