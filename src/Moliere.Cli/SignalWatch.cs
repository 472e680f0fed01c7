using System.Runtime.InteropServices;

namespace Moliere.Cli;

/// <summary>
/// Turns SIGINT and SIGTERM into a cancellation, so that a study can save what resuming needs. A second signal ends the
/// process at once.
/// </summary>
internal sealed class SignalWatch : IDisposable
{
    private readonly CancellationTokenSource _cancelled = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Watches from now until disposal.</summary>
    public SignalWatch() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, ExitCode.Terminated)),
    ];

    /// <summary>Signalled by the first signal.</summary>
    public CancellationToken Token => _cancelled.Token;

    /// <summary>The exit code the first signal asks for; null before any.</summary>
    public ExitCode? Signal { get; private set; }

    /// <summary>Gives the signals back to the runtime.</summary>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _cancelled.Dispose();
    }

    private void Cancel(PosixSignalContext context, ExitCode code)
    {
        context.Cancel = Signal is null;
        Signal ??= code;
        _cancelled.Cancel();
    }
}
