using System.Diagnostics;

namespace Moliere.Tests.Toolbox;

/// <summary>Programs of the machine, such as compilers; tests are skipped where one is absent.</summary>
internal static class OutsideProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and all that it printed.</returns>
    public static (int ExitCode, string Text) RunOrSkip(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            Skip.If(true, $"{program} cannot be started: {error.Message}");
            throw;
        }
    }
}
