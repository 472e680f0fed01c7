using Moliere.Data;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Inspection.Display;

/// <summary>Processes by the words that users type: lower case, with or without an underscore.</summary>
internal static class ProcessName
{
    /// <summary>All words, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Process>().Select(Of)];

    /// <summary>The word of a process.</summary>
    public static string Of(Process process) => process switch
    {
        Process.MinimumBias => "minbias",
        Process.ElectronPositron => "electron_positron",
        _ => process.ToString().ToLowerInvariant(),
    };

    /// <summary>The process of a word.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public static Process Parse(string word)
    {
        string plain = Plain(word);
        foreach (Process process in Enum.GetValues<Process>())
        {
            if (plain == Plain(Of(process)) || plain == Plain(process.ToString()))
            {
                return process;
            }
        }

        throw new RefusalException(
            ExitCode.Usage,
            $"--process: found '{word}', expected one of {string.Join(", ", All)}; the nearest is "
            + $"'{NearestName.Of(word, All)[0]}'.");
    }

    private static string Plain(string word) =>
        word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
