using System.Security.Cryptography;
using System.Text;
using Moliere.Formats.Tables.Parts;

namespace Moliere.Cli.Runs;

/// <summary>What decides the result of a run, and nothing else: two runs of one identity give the same bytes.</summary>
/// <param name="Verb">The command, such as <c>run</c>.</param>
/// <param name="Study">The study, such as <c>clusters</c>.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Recipe">The resolved recipe as YAML.</param>
/// <param name="Inputs">Files and folders read.</param>
/// <param name="Shard">Which share of the work; a whole run needs none.</param>
internal sealed record RunIdentity(
    string Verb, string Study, string Version, string Recipe, IReadOnlyList<InputFile> Inputs,
    Shard Shard = default)
{
    /// <summary>A hash of all parts; input files count by content, not by name.</summary>
    public string Fingerprint => Hash([Verb, .. Shard.Count > 1 ? new[] { $"{Shard}" } : [], .. Decisive]);

    /// <summary>A hash of what decides the rows of a table, whichever verb makes it in whichever shards.</summary>
    public string Production => Hash(Decisive);

    private IEnumerable<string> Decisive => [Study, Version, Recipe, .. Inputs.Select(input => input.Sha256)];

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}
