using System.Security.Cryptography;
using System.Text;

namespace Moliere.Cli.Runs;

/// <summary>What decides the result of a run, and nothing else: two runs of one identity give the same bytes.</summary>
/// <param name="Verb">The command, such as <c>run</c>.</param>
/// <param name="Study">The study, such as <c>clusters</c>.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Recipe">The resolved recipe as YAML.</param>
/// <param name="Inputs">Files and folders read.</param>
internal sealed record RunIdentity(
    string Verb, string Study, string Version, string Recipe, IReadOnlyList<InputFile> Inputs)
{
    /// <summary>A hash of all parts; input files count by content, not by name.</summary>
    public string Fingerprint
    {
        get
        {
            IEnumerable<string> parts = [Verb, Study, Version, Recipe, .. Inputs.Select(input => input.Sha256)];
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
        }
    }
}
