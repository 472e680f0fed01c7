using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary><c>completion</c>: a script that teaches a shell the verbs, options and recipes.</summary>
internal static class CompletionCommand
{
    // The library answers "[suggest:CURSOR] LINE" with one candidate a line; the script only asks.
    private const string Bash = """
        _moliere() {
          local IFS=$'\n'
          local words="$(moliere "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
          COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _moliere moliere
        """;

    /// <summary>The verb.</summary>
    /// <param name="console">Where the script is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> shell = new("shell") { Description = "The shell: bash.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong("bash");
        var command = new VerbCommand("completion", "Prints a completion script for a shell.")
        {
            Examples = [("completion bash >> ~/.bashrc", "completes verbs, options and recipes in new shells")],
        };
        command.Add(shell);
        command.SetAction(_ => console.Out.WriteLine(Bash));
        return command;
    }
}
