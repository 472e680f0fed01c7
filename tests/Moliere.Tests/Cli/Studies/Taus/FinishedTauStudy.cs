using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Taus;

/// <summary>One finished run of the tiny study of taus, shared by the tests that only look at it.</summary>
public sealed class FinishedTauStudy : IDisposable
{
    private readonly TempFolder _folder = new();

    public FinishedTauStudy()
    {
        Table = TinyTaus.Write(_folder, 8000);
        Run = _folder.At("run");
        Outcome = TinyTaus.Run(Table, Run);
    }

    /// <summary>The table of taus.</summary>
    public string Table { get; }

    /// <summary>The run folder.</summary>
    public string Run { get; }

    internal ShellRun Outcome { get; }

    public string At(string relative) => Path.Combine(Run, relative);

    public void Dispose() => _folder.Dispose();
}
