using Moliere.Cli;
using Moliere.Cli.Studies;

namespace Moliere.Tests.Cli;

/// <summary>One invocation of the program inside the test.</summary>
internal sealed record ShellRun(int Code, string Out, string Error)
{
    /// <summary>With the studies of the program itself.</summary>
    public static ShellRun Real(params string[] arguments) => With(StudyList.All, arguments);

    public static ShellRun Of(FakeStudy study, params string[] arguments) => With([study], arguments);

    private static ShellRun With(IReadOnlyList<IStudy> studies, string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = Shell.Invoke(arguments, new ShellConsole(output, error), studies);
        return new ShellRun(code, output.ToString(), error.ToString());
    }
}
