using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Jets;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Cli.Studies.Application;

/// <summary>A method of a finished run, ready to be applied to other tables.</summary>
/// <param name="Calibration">The method.</param>
/// <param name="Columns">Columns of the study that it cannot do without, lists aside.</param>
internal sealed record AppliedMethod(ICalibration Calibration, IReadOnlyList<string> Columns)
{
    /// <summary>
    /// Lists that it needs and few tables carry, in words such as "cells (columns ...)"; null for none.
    /// </summary>
    public string? Lists { get; init; }

    /// <summary>What the method says; a single network knows nothing of how sure its weights are.</summary>
    /// <param name="objects">Has the columns of the method.</param>
    /// <exception cref="RefusalException">It lacks one.</exception>
    public Predictions Apply(Table objects)
    {
        Predictions said = Usable(Calibration.Name, () => Calibration.Apply(objects));
        bool isSingle = Calibration is JetNetworkCalibration or EtaBinnedCalibration
            or NetworkCalibration { Options.Plan.Family: NetworkFamily.Single }
            or TauNetworkCalibration { Options.Plan.Family: NetworkFamily.Single };
        return isSingle ? said with { SigmaStat = null } : said;
    }

    /// <summary>Applies something to a user's table.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="apply">What may miss a column.</param>
    /// <exception cref="RefusalException">It did.</exception>
    public static T Usable<T>(string name, Func<T> apply)
    {
        try
        {
            return apply();
        }
        catch (MissingColumnException error)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{name}: {error.Message.TrimEnd('.')}; name it with --set source.columns.NAME=..., or choose other "
                + "methods with --method.");
        }
    }

    /// <summary>Names of methods in the order asked for; all that are present, by name, if none are named.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="names">Such as mdn; may be empty.</param>
    /// <param name="present">Methods that the folder holds.</param>
    /// <param name="study">Study whose runs hold such methods.</param>
    /// <exception cref="RefusalException">The folder is none, or lacks a method.</exception>
    public static IReadOnlyList<string> Choose(
        string run, IReadOnlyList<string> names, IReadOnlyList<string> present, string study)
    {
        if (present.Count == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"'{run}' holds no trained method; name a folder that 'moliere run {study}' wrote.");
        }

        if (names.FirstOrDefault(name => name == (study == "taus" ? "lc" : "em") && !present.Contains(name)) is { } own)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"'{own}' is the value of the file itself, without a calibration: there is nothing to read from "
                + $"'{run}' or to write. Leave it out; it holds {string.Join(", ", present)}.");
        }

        string? missing = names.FirstOrDefault(name => !present.Contains(name));
        return missing is null
            ? [.. names.Count > 0 ? names.Distinct() : present]
            : throw new RefusalException(
                ExitCode.Usage,
                $"'{run}' has no trained method '{missing}'; did you mean '{NearestName.Of(missing, present)[0]}'? "
                + $"It holds {string.Join(", ", present)}.");
    }

    /// <summary>Names of the networks in a folder, by name.</summary>
    /// <param name="run">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="fileName">File of a network by its method.</param>
    public static IEnumerable<string> Networks(string run, Func<string, string> fileName)
    {
        string folder = Path.Combine(run, Path.GetDirectoryName(fileName("x"))!);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(fileName("*")))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => !Path.HasExtension(name)) // the parts of a method in bins have the bin there
                .Order(StringComparer.Ordinal)
            : [];
    }
}
