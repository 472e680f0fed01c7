using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>One finished run of the tiny study, shared by the tests that only look at it.</summary>
public sealed class FinishedStudy : IDisposable
{
    private readonly TempFolder _folder = new();

    public FinishedStudy()
    {
        Run = _folder.At("run");
        Outcome = ShellRun.Real(["run", "clusters", "--threads", "1", "--json", .. TinyStudy.Settings, "--out", Run]);
    }

    /// <summary>The run folder.</summary>
    public string Run { get; }

    internal ShellRun Outcome { get; }

    public string At(string relative) => Path.Combine(Run, relative);

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class FinishedStudies : ICollectionFixture<FinishedStudy>
{
    public const string Name = "finished study";
}
