using Moliere.Cli;

namespace Moliere.Tests.Cli;

/// <summary>One invocation of the program inside the test.</summary>
internal sealed record ShellRun(int Code, string Out, string Error)
{
    public static ShellRun Of(FakeStudy study, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = Shell.Invoke(arguments, new ShellConsole(output, error), [study]);
        return new ShellRun(code, output.ToString(), error.ToString());
    }
}
