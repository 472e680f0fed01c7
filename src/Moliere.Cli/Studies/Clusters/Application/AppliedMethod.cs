using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Cli.Studies.Clusters.Application;

/// <summary>A method of a finished run, ready to be applied to other tables.</summary>
/// <param name="Calibration">The method.</param>
/// <param name="Columns">Columns of the study that it looks at.</param>
internal sealed record AppliedMethod(ICalibration Calibration, IReadOnlyList<string> Columns)
{
    private static readonly string[] s_ofTables =
    [
        ClusterColumns.EnergyEm, ClusterColumns.Rapidity, ClusterColumns.EnergyDensity, ClusterColumns.Lambda,
        ClusterColumns.CellIndex, ClusterColumns.CellEnergy,
    ];

    /// <summary>Whether it weights cells, which few tables carry.</summary>
    public bool NeedsCells => Columns.Contains(ClusterColumns.CellIndex);

    /// <summary>What the method says; a single network knows nothing of how sure its weights are.</summary>
    /// <param name="objects">Has the columns of the method.</param>
    public Predictions Apply(Table objects)
    {
        Predictions said = Calibration.Apply(objects);
        bool isSingle = Calibration is NetworkCalibration { Options.Plan.Family: NetworkFamily.Single };
        return isSingle ? said with { SigmaStat = null } : said;
    }

    /// <summary>Methods of a run by name, in the order asked for; all of them, by name, if none are named.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="names">Such as mdn; may be empty.</param>
    /// <param name="threads">Threads that predict; do not change the result.</param>
    /// <exception cref="RefusalException">The folder is none, or lacks a method.</exception>
    public static IReadOnlyList<AppliedMethod> Read(string run, IReadOnlyList<string> names, int threads)
    {
        string[] present = Present(run);
        if (present.Length == 0)
        {
            throw new RefusalException(
                ExitCode.BadData, $"'{run}' holds no trained method; name a folder that 'moliere run objects' wrote.");
        }

        string? missing = names.FirstOrDefault(name => !present.Contains(name));
        return missing is null
            ? [.. (names.Count > 0 ? names.Distinct() : present).Select(name => Read(run, name, threads))]
            : throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' has no trained method '{missing}'; did you mean '{NearestName.Of(missing, present)[0]}'? "
                + $"It holds {string.Join(", ", present)}.");
    }

    private static string[] Present(string run)
    {
        string folder = Path.Combine(run, Path.GetDirectoryName(MethodStage.FileName("x"))!);
        IEnumerable<string> networks = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(MethodStage.FileName("*")))
                .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
            : [];
        return [.. File.Exists(Path.Combine(run, LcwStage.FileName)) ? ["lcw"] : Array.Empty<string>(), .. networks];
    }

    private static AppliedMethod Read(string run, string name, int threads)
    {
        if (name == "lcw")
        {
            string tables = Path.Combine(run, LcwStage.FileName);
            return new(LcwFile.Read(tables, DetectorDescription.Default.BuildGeometry()), s_ofTables);
        }

        NetworkCalibration network = NetworkFile.Read(Path.Combine(run, MethodStage.FileName(name)), threads);
        IEnumerable<string> columns = network.Features.Features
            .SelectMany(fitted => Expression.Parse(fitted.Feature.Expression).Columns);
        return new(network, [.. columns.Append(ClusterColumns.EnergyEm).Distinct()]);
    }
}
