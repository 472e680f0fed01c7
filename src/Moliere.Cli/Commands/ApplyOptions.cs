using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>Arguments and options of <c>apply</c>.</summary>
internal sealed class ApplyOptions
{
    /// <summary>Folder of the trained methods.</summary>
    public Argument<string> Run { get; } = new("run") { Description = "Folder that 'run' or 'train' wrote." };

    /// <summary>The table.</summary>
    public Argument<string> Input { get; } = new("input")
    {
        Description = "Table of clusters, jets or taus: file.root, file.root:tree, data/*.root:tree, .csv or .table.",
    };

    /// <summary>File to write.</summary>
    public Option<string> Out { get; } = new("--out", "-o")
    {
        Description = "ROOT file to write: a friend tree with the entries of the input in their order.",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Which methods.</summary>
    public Option<string[]> Methods { get; } = new("--method")
    {
        Description = "Method of the run, such as mdn or gsc. Repeatable. Default: all that were trained.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    /// <summary>How the table is read.</summary>
    public Option<string?> Recipe { get; } = new("--recipe")
    {
        Description = "Recipe whose 'source' says how to read the input. Default: that of the run.",
        HelpName = "FILE",
    };

    /// <summary>Changes of that recipe.</summary>
    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Changes one value of that recipe, for instance source.units=atlas. Repeatable.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Name of the tree.</summary>
    public Option<string?> Tree { get; } = new("--tree")
    {
        Description = "Name of the tree to write. Default: moliere, or that of the input with --copy.",
        HelpName = "NAME",
    };

    /// <summary>Whether the branches of the input are written too.</summary>
    public Option<bool> Copy { get; } = new("--copy") { Description = "Writes the branches of the input too." };

    /// <summary>Whether a file may be replaced.</summary>
    public Option<bool> Force { get; } = new("--force") { Description = "Replaces a file that is there." };

    /// <summary>Threads.</summary>
    public Option<int?> Threads { get; } = StudyOptions.ThreadsOption();

    /// <summary>Adds them to the verb in the order of its help.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Add(Run);
        command.Add(Input);
        foreach (Option option in (Option[])[Out, Methods, Recipe, Set, Tree, Copy, Threads, Force])
        {
            command.Add(option);
        }
    }
}
