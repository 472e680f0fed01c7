using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Jets;

/// <summary>One finished run of the tiny study of jets, shared by the tests that only look at it.</summary>
public sealed class FinishedJetStudy : IDisposable
{
    private readonly TempFolder _folder = new();

    public FinishedJetStudy()
    {
        Table = TinyJets.Write(_folder, 3000);
        Run = _folder.At("run");
        Outcome = ShellRun.Real(
            ["run", "jets", "--input", Table, "--threads", "1", .. TinyJets.Settings, "--out", Run]);
    }

    /// <summary>The table of jets.</summary>
    public string Table { get; }

    /// <summary>The run folder.</summary>
    public string Run { get; }

    internal ShellRun Outcome { get; }

    public string At(string relative) => Path.Combine(Run, relative);

    public void Dispose() => _folder.Dispose();
}
