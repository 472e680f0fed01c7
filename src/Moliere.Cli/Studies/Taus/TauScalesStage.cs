using Moliere.Calibration.Classical.Taus;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Taus.Sources;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Derives the classical scales, or reads those that an interrupted run left.</summary>
internal static class TauScalesStage
{
    /// <summary>File of the scales inside a run folder.</summary>
    public const string FileName = "models/scales.json";

    /// <summary>The scales.</summary>
    /// <param name="request">The run folder.</param>
    /// <param name="recipe">How they are derived.</param>
    /// <param name="training">Selected taus of the training part.</param>
    /// <exception cref="RefusalException">Too few taus, or without what the scales look at.</exception>
    public static TauScales Get(StudyRequest request, TauRecipe recipe, Table training)
    {
        string path = request.Folder.PathOf(FileName);
        if (!File.Exists(path))
        {
            using RunStage stage = request.Progress.Stage("decay modes and classical scales", 0, "steps");
            TauScalesFile.Write(Derive(request, recipe, training), path);
        }

        // Read back, so that a resumed run goes on with the same bits.
        return TauScalesFile.Read(path, request.Threads);
    }

    /// <summary>
    /// A table with the columns of the scales that a folder holds; the table itself where it holds none.
    /// </summary>
    /// <param name="request">Folder of the run, or of the models.</param>
    /// <param name="taus">A tau table.</param>
    public static Table Complete(StudyRequest request, Table taus)
    {
        string own = request.Folder.PathOf(FileName);
        string path = File.Exists(own) ? own : Path.Combine(request.Models ?? "", FileName);
        return File.Exists(path) ? Usable("", () => TauScalesFile.Read(path, request.Threads).Complete(taus)) : taus;
    }

    private static TauScales Derive(StudyRequest request, TauRecipe recipe, Table training) =>
        Usable(MoreObjects.For(request, recipe.Source, TauTableInput.TablesFor(recipe.Methods, request.Verb)),
            () => TauScalesDerivation.Derive(training, recipe.ScalesOptions(request.Threads)));

    private static T Usable<T>(string advice, Func<T> derive)
    {
        try
        {
            return derive();
        }
        catch (MissingColumnException error)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The classical scales: {error.Message.TrimEnd('.')}; name it with --set source.columns.NAME=..., or "
                + "choose methods without them with --set methods=[lc].");
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The classical scales cannot be derived: {error.Message.TrimEnd('.')}"
                + (advice.Length > 0 ? $"; {advice}." : "."));
        }
    }
}
