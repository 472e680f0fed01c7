using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// The real XGBoost, run by Python. Tests that use it are skipped, with a reason, where it is absent; <c>.ci/run</c>
/// installs Debian's package python3-xgboost. <c>MOLIERE_PYTHON</c> names another interpreter.
/// </summary>
internal static class Xgboost
{
    /// <summary>What XGBoost makes of model files, as <c>tests/xgboost/predict.py</c> prints it.</summary>
    public static JsonElement PredictOrSkip(TempFolder folder, float[] rows, int features, params string[] models)
    {
        string python = Environment.GetEnvironmentVariable("MOLIERE_PYTHON") ?? "/usr/bin/python3";
        Skip.IfNot(Run(python, "-c", "import xgboost") is { ExitCode: 0 }, $"{python} cannot import xgboost");
        string file = folder.Write("rows.f32", MemoryMarshal.AsBytes<float>(rows).ToArray());
        (int code, string output, string error) = Run(
            python, [Repository.At("tests", "xgboost", "predict.py"), file,
            features.ToString(CultureInfo.InvariantCulture), .. models])!.Value;
        Assert.True(code == 0, $"XGBoost refused: {error}");
        return JsonDocument.Parse(output).RootElement;
    }

    private static (int ExitCode, string Output, string Error)? Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
