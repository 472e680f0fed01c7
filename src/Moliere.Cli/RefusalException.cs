namespace Moliere.Cli;

/// <summary>The program declines to go on; the message is one sentence for the user with its remedy.</summary>
/// <param name="code">What the process returns.</param>
/// <param name="message">What was found, what was expected, what to do.</param>
internal sealed class RefusalException(ExitCode code, string message) : Exception(message)
{
    /// <summary>What the process returns.</summary>
    public ExitCode Code { get; } = code;
}
