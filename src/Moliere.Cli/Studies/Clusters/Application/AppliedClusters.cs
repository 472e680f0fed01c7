using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Application;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Cli.Studies.Clusters.Application;

/// <summary>The methods of a finished run of clusters, to be applied to a user's table.</summary>
internal static class AppliedClusters
{
    private static readonly string[] s_ofTables =
    [
        ClusterColumns.EnergyEm, ClusterColumns.Rapidity, ClusterColumns.EnergyDensity, ClusterColumns.Lambda,
    ];

    /// <summary>Methods of a run by name, in the order asked for; all of them, by name, if none are named.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="names">Such as mdn; may be empty.</param>
    /// <param name="source">How the table is to be read.</param>
    /// <param name="threads">Threads that predict; do not change the result.</param>
    /// <exception cref="RefusalException">The folder is none, or lacks a method.</exception>
    public static AppliedObjects Of(string run, IReadOnlyList<string> names, SourceSection source, int threads)
    {
        IReadOnlyList<string> chosen = AppliedMethod.Choose(run, names, Present(run), "clusters");
        AppliedMethod[] methods = [.. chosen.Select(name => Read(run, name, threads))];
        string[] columns = [.. methods.SelectMany(method => method.Columns).Distinct()];
        return new()
        {
            Source = source,
            Methods = methods,
            Signal = ClusterColumns.EnergyEm,
            Quantity = "e",
            Columns = _ => columns,
            Completion = _ => clusters => clusters,
        };
    }

    private static string[] Present(string run) =>
    [
        .. File.Exists(Path.Combine(run, LcwStage.FileName)) ? ["lcw"] : Array.Empty<string>(),
        .. AppliedMethod.Networks(run, MethodStage.FileName),
    ];

    private static AppliedMethod Read(string run, string name, int threads)
    {
        if (name == "lcw")
        {
            string tables = Path.Combine(run, LcwStage.FileName);
            return new(LcwFile.Read(tables, DetectorDescription.Default.BuildGeometry()), s_ofTables)
            {
                Lists = "cells (columns cell_index and cell_energy)",
            };
        }

        NetworkCalibration network = NetworkFile.Read(Path.Combine(run, MethodStage.FileName(name)), threads);
        IEnumerable<string> columns = network.Features.Features
            .SelectMany(fitted => Expression.Parse(fitted.Feature.Expression).Columns);
        return new(network, [.. columns.Append(ClusterColumns.EnergyEm).Distinct()]);
    }
}
