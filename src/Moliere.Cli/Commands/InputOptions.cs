using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>The two meanings of <c>--input</c>: events for verbs that simulate, a table for the others.</summary>
internal static class InputOptions
{
    /// <summary>A file of generated events; optional.</summary>
    public static Option<string?> Events() => new("--input")
    {
        Description =
            "File of generated events (HepMC3 ASCII or text blocks, plain or gzip) instead of the embedded generator.",
        HelpName = "FILE",
    };

    /// <summary>A cluster table; required.</summary>
    public static Option<string> Table() => new("--input")
    {
        Description = "A table, or the folder that 'simulate' wrote.",
        HelpName = "TABLE",
        Required = true,
    };
}
