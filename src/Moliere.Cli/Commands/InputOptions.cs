using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>
/// The meanings of <c>--input</c>: events for verbs that simulate, a table for others, either for whole studies.
/// </summary>
internal static class InputOptions
{
    /// <summary>A file of generated events; optional.</summary>
    public static Option<string?> Events() => new("--input")
    {
        Description =
            "File of generated events (HepMC 2 or 3, LHE or text blocks, plain or gzip) instead of the generator.",
        HelpName = "FILE",
    };

    /// <summary>What a whole study starts from, events or a table; optional.</summary>
    public static Option<string?> Source() => new("--input")
    {
        Description =
            "File instead of the embedded sample: generated events for clusters, jets, taus (HepMC 2 or 3, LHE, text), "
            + "a table for any study (CSV, .table, file.root or file.root:tree); plain or gzip.",
        HelpName = "FILE",
    };

    /// <summary>A cluster table; required.</summary>
    public static Option<string> Table() => new("--input")
    {
        Description = "A table (.table, CSV, file.root or file.root:tree), or the folder that 'simulate' wrote.",
        HelpName = "TABLE",
        Required = true,
    };
}
