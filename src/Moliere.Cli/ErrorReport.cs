using Moliere.Cli.Recipes;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Cli;

/// <summary>Turns whatever went wrong into one sentence and an exit code.</summary>
internal static class ErrorReport
{
    /// <summary>The exit code and the sentence for the user.</summary>
    /// <param name="error">Anything a command threw.</param>
    /// <param name="signal">The exit code of the signal that cancelled the command, where one did.</param>
    public static (ExitCode Code, string Sentence) Of(Exception error, ExitCode? signal = null) => error switch
    {
        AggregateException { InnerExceptions.Count: > 0 } many => Of(many.InnerExceptions[0], signal),
        OperationCanceledException => (signal ?? ExitCode.Interrupted, "Interrupted."),
        RefusalException refusal => (refusal.Code, refusal.Message),
        RecipeException or ExpressionException or DetectorFileException => (ExitCode.Usage, error.Message),
        InvalidFileException { InnerException: { } cause } when IsOfTheMachine(cause) =>
            (ExitCode.Environment, error.Message),
        InvalidFileException or MissingColumnException or InvalidDataException => (ExitCode.BadData, error.Message),
        FileNotFoundException or DirectoryNotFoundException => (ExitCode.BadData, error.Message),
        UnauthorizedAccessException => (
            ExitCode.Environment, $"{Plain(error)}. Check the permissions or choose another folder with --out."),
        IOException => (
            ExitCode.Environment, $"{Plain(error)}. Check the space and the permissions, or use another --out."),
        OutOfMemoryException => (
            ExitCode.Environment, "Out of memory: use fewer events (--set source.events=N) or a larger machine."),
        _ => (ExitCode.Environment, $"Internal error: {error.GetType().Name}: {Plain(error)}."),
    };

    /// <summary>True for an error that is the program's own fault, whose details belong in a log.</summary>
    /// <param name="error">Anything a command threw.</param>
    public static bool IsInternal(Exception error) =>
        Of(error).Sentence.StartsWith("Internal", StringComparison.Ordinal);

    // No permission, no space: the same file would do on another day. A file that is absent or cut would not.
    private static bool IsOfTheMachine(Exception cause) => cause is UnauthorizedAccessException
        or (IOException and not (FileNotFoundException or DirectoryNotFoundException or EndOfStreamException));

    private static string Plain(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
