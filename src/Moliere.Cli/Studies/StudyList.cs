using Moliere.Cli.Studies.Clusters;
using Moliere.Cli.Studies.Decorrelate;
using Moliere.Cli.Studies.Events;
using Moliere.Cli.Studies.Inferno;
using Moliere.Cli.Studies.Jets;
using Moliere.Cli.Studies.JetsInsitu;
using Moliere.Cli.Studies.Regress;
using Moliere.Cli.Studies.Simulation;
using Moliere.Cli.Studies.Taus;

namespace Moliere.Cli.Studies;

/// <summary>The studies this program can carry out.</summary>
internal static class StudyList
{
    /// <summary>All of them; a study is added here and in the shipped recipes.</summary>
    public static IReadOnlyList<IStudy> All { get; } =
    [
        new ClusterStudy(), new DecorrelateStudy(), new EventStudy(), new InfernoStudy(), new JetStudy(),
        new InsituStudy(), new RegressStudy(), new SimulationStudy(), new TauStudy(),
    ];
}
