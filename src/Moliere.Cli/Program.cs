using Moliere.Cli;
using Moliere.Cli.Studies;

return Shell.Invoke(args, ShellConsole.OfProcess(), StudyList.All);
