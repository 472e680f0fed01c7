namespace Moliere.Cli;

/// <summary>
/// What the process tells its caller; 130 and 143 (interrupted, terminated) follow the shells' custom.
/// </summary>
internal enum ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    Done = 0,

    /// <summary>The work was done, and a check of its result failed.</summary>
    CheckFailed = 1,

    /// <summary>The command line, the recipe or the choice of output folder cannot be used.</summary>
    Usage = 2,

    /// <summary>An input file is missing, corrupt or not what it should be.</summary>
    BadData = 3,

    /// <summary>The machine refused: no permission, no space, no memory; or an internal error.</summary>
    Environment = 4,

    /// <summary>Interrupted from the keyboard (SIGINT); an unfinished run can be resumed.</summary>
    Interrupted = 130,

    /// <summary>Terminated by the system (SIGTERM); an unfinished run can be resumed.</summary>
    Terminated = 143,
}
