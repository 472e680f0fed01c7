using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>One verb of the program; its help ends with examples.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">One sentence.</param>
internal sealed class VerbCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines after the program's name, each with a word on what it does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; init; } = [];
}
