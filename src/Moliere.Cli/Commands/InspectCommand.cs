using System.CommandLine;
using Moliere.Cli.Inspection;

namespace Moliere.Cli.Commands;

/// <summary><c>inspect</c>: what a file or folder is and holds.</summary>
internal static class InspectCommand
{
    /// <summary>The verb.</summary>
    /// <param name="console">Where the answer is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> path = new("path") { Description = "A run folder, recipe, table, model or event file." };
        var command = new VerbCommand("inspect", "Says what a file or folder is and what it holds.")
        {
            Examples =
            [
                ("inspect runs/clusters", "how the run came about and what lies in it"),
                ("inspect my.yaml", "whether the recipe is valid, and its values with all defaults"),
            ],
        };
        command.Add(path);
        command.SetAction(parsed =>
        {
            foreach (string line in Inspector.Describe(parsed.GetRequiredValue(path)))
            {
                console.Out.WriteLine(line);
            }
        });
        return command;
    }
}
