using Moliere.Tagging.Displaced;
using Moliere.Tagging.Preservation;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The closure of the efficiency map as entries of <c>metrics.json</c>.</summary>
internal static class DisplacedMapEntries
{
    /// <summary>Of all particles, and of the cells of every axis; nothing without a map.</summary>
    public static IEnumerable<FigureEntry> Of(JetMap? map)
    {
        if (map is null)
        {
            yield break;
        }

        EfficiencyClosure all = map.Closure[0];
        EfficiencyClosure[] cells = [.. map.Closure.Skip(1)];
        yield return Entry(DisplacedMetric.MapClosure, all.NonClosure, map.Tested) with
        {
            Error = double.IsFinite(all.NonClosureError) ? 1.96 * all.NonClosureError : null,
        };
        yield return Entry(
            DisplacedMetric.MapPulls, cells.Select(cell => cell.Pull * cell.Pull).DefaultIfEmpty(double.NaN).Average(),
            cells.Length);
    }

    private static FigureEntry Entry(string metric, double value, int entries) => new()
    {
        Metric = metric,
        Method = DisplacedMethods.Adversarial,
        Value = double.IsFinite(value) ? value : null,
        Entries = entries,
    };
}
