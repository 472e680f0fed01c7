using System.CommandLine;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Application;
using Moliere.Cli.Studies.Clusters.Application;
using Moliere.Cli.Studies.Displaced;
using Moliere.Cli.Studies.Jets.Application;
using Moliere.Cli.Studies.Taus.Application;
using Moliere.Formats.Root;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Commands;

/// <summary><c>apply</c>: the methods of a run on a user's file.</summary>
internal static class ApplyCommand
{
    /// <summary>The verb.</summary>
    /// <param name="console">Where it is said what was written.</param>
    /// <param name="cancellation">Signalled by SIGINT and SIGTERM.</param>
    public static Command Create(ShellConsole console, CancellationToken cancellation)
    {
        var options = new ApplyOptions();
        var command = new VerbCommand("apply", "Adds calibrated energies or momenta and their uncertainties to a file.")
        {
            Examples =
            [
                ("apply runs/clusters ntuple.root:tree -o calibrated.root --recipe my.yaml", "a friend of your tree"),
                ("apply runs/clusters ntuple.root -o copy.root --method bnn --copy", "your tree with more branches"),
            ],
        };
        options.AddTo(command);
        command.SetAction(parsed => (int)Apply(console, options, parsed, cancellation));
        return command;
    }

    private static ExitCode Apply(
        ShellConsole console, ApplyOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        string target = parsed.GetRequiredValue(options.Out), run = parsed.GetRequiredValue(options.Run);
        string input = parsed.GetRequiredValue(options.Input);
        TableSourceSection source = SourceOf(run, parsed.GetValue(options.Recipe), parsed.GetValue(options.Set) ?? []);
        RequireFree(target, input, parsed.GetValue(options.Force));
        int threads = parsed.GetValue(options.Threads) ?? Environment.ProcessorCount;
        IReadOnlyList<string> names = parsed.GetValue(options.Methods) ?? [];
        AppliedObjects objects = source switch
        {
            JetSourceSection jets => AppliedJets.Of(run, names, jets, threads),
            TauSourceSection taus => AppliedTaus.Of(run, names, taus, threads),
            _ => AppliedClusters.Of(run, names, (SourceSection)source, threads),
        };
        var output = new ApplicationOutput(
            target, parsed.GetValue(options.Tree), parsed.GetValue(options.Copy), RootCompression.Default);
        ApplicationSummary done =
            new ObjectApplication(objects, console.NewProgress(), threads).Apply(input, output, cancellation);
        foreach (SourceGap gap in done.LeftOut)
        {
            console.Error.WriteLine($"not copied: {gap.Name}, {gap.Reason}");
        }

        console.Out.WriteLine($"Wrote {target}: tree {done.Tree}, {done.Entries} entries, {done.Objects} "
            + $"{source.StudyColumns.Objects}.");
        return ExitCode.Done;
    }

    private static void RequireFree(string target, string input, bool isForced)
    {
        if (new TableAddress(input).Files.Any(file => Path.GetFullPath(file) == Path.GetFullPath(target)))
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' is the input itself; choose another file with --out.");
        }

        if (Path.GetExtension(target) is { Length: > 0 } extension && extension != ".root")
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' ends in {extension}, but a ROOT file is written; end it in .root.");
        }

        if (Path.Exists(target) && !isForced)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' exists; choose another file with --out, or replace it with --force.");
        }
    }

    private static string AdviceOf(string study, string run) => study switch
    {
        "decorrelate" => $" 'moliere validate decorrelate --input TABLE --models {run}' judges its taggers on another "
            + $"table, 'moliere export {run} --method NAME' writes networks and trees for other programs.",
        "displaced" => $"{PreservedOf(Path.Combine(run, DisplacedPreservation.Folder))} 'moliere export {run} "
            + "--method NAME' writes networks and trees for other programs.",
        "regress" => " What its networks say of test rows is in tables/predictions-METHOD.csv of the run.",
        "jets-insitu" => " Its networks are judged in the run itself, on the dijets of its own recipe.",
        "pivot" or "inferno" => " It has nothing to apply: its results are numbers and curves.",
        _ => string.Empty,
    };

    // An unfinished run has no such folder yet, and one of tables without truth no map in it.
    private static string PreservedOf(string folder) => !Directory.Exists(folder) ? string.Empty
        : $" Its folder {folder} holds "
            + (File.Exists(Path.Combine(folder, DisplacedReadme.Map))
                ? "network, event trees and efficiency map" : "network and event trees")
            + " for other programs, with a README.txt that says how to use them.";

    private static TableSourceSection SourceOf(string run, string? recipe, IReadOnlyList<string> assignments)
    {
        string path = recipe ?? Path.Combine(run, "recipe.yaml");
        if (recipe is null && !File.Exists(path))
        {
            return new SourceSection();
        }

        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        foreach (string assignment in assignments)
        {
            tree = RecipeOverride.Apply(tree, assignment);
        }

        return RecipeBinder.Bind(study.Type, tree) switch
        {
            ClusterRecipe clusters => clusters.Source,
            JetRecipe recipeOfJets => recipeOfJets.Source,
            TauRecipe recipeOfTaus => recipeOfTaus.Source,
            _ => throw new RefusalException(
                ExitCode.Usage,
                $"'{path}' is a recipe of the study '{study.Name}'; only 'clusters', 'jets' and 'taus' can be "
                + $"applied to files.{AdviceOf(study.Name, run)}"),
        };
    }
}
