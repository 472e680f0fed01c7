using System.CommandLine;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Application;
using Moliere.Formats.Root;

namespace Moliere.Cli.Commands;

/// <summary><c>apply</c>: the methods of a run on a user's file.</summary>
internal static class ApplyCommand
{
    /// <summary>The verb.</summary>
    /// <param name="console">Where it is said what was written.</param>
    /// <param name="cancellation">Signalled by SIGINT and SIGTERM.</param>
    public static Command Create(ShellConsole console, CancellationToken cancellation)
    {
        Argument<string> run = new("run") { Description = "Folder that 'run' or 'train' wrote." };
        Argument<string> input = new("input")
        {
            Description = "Table of clusters: file.root, file.root:tree, data/*.root:tree, .csv or .table.",
        };
        Option<string> output = new("--out", "-o")
        {
            Description = "ROOT file to write: a friend tree with the entries of the input in their order.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string[]> methods = new("--method")
        {
            Description = "Method of the run, such as mdn. Repeatable. Default: all that were trained.",
            HelpName = "NAME",
            DefaultValueFactory = _ => [],
        };
        Option<string?> recipe = new("--recipe")
        {
            Description = "Recipe whose 'source' says how to read the input. Default: that of the run.",
            HelpName = "FILE",
        };
        Option<string[]> set = new("--set")
        {
            Description = "Changes one value of that recipe, for instance source.units=atlas. Repeatable.",
            HelpName = "KEY=VALUE",
            DefaultValueFactory = _ => [],
        };
        Option<string?> tree = new("--tree")
        {
            Description = "Name of the tree to write. Default: moliere, or that of the input with --copy.",
            HelpName = "NAME",
        };
        Option<bool> copy = new("--copy") { Description = "Writes the branches of the input too." };
        Option<bool> force = new("--force") { Description = "Replaces a file that is there." };
        Option<int?> threads = StudyOptions.ThreadsOption();
        var command = new VerbCommand("apply", "Adds calibrated energies and their uncertainties to a file, entry by entry.")
        {
            Examples =
            [
                ("apply runs/clusters ntuple.root:tree -o calibrated.root --recipe my.yaml", "a friend of your tree"),
                ("apply runs/clusters ntuple.root -o copy.root --method bnn --copy", "your tree with more branches"),
            ],
        };
        command.Add(run);
        command.Add(input);
        foreach (Option option in (Option[])[output, methods, recipe, set, tree, copy, threads, force])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(output), folder = parsed.GetRequiredValue(run);
            RequireFree(target, parsed.GetRequiredValue(input), parsed.GetValue(force));
            int workers = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            SourceSection source = SourceOf(folder, parsed.GetValue(recipe), parsed.GetValue(set) ?? []);
            var application = new ClusterApplication(
                AppliedMethod.Read(folder, parsed.GetValue(methods) ?? [], workers), source, console.NewProgress(), workers);
            ApplicationSummary done = application.Apply(
                parsed.GetRequiredValue(input),
                new(target, parsed.GetValue(tree), parsed.GetValue(copy), RootCompression.Default), cancellation);
            Tell(console, target, done);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void RequireFree(string target, string input, bool isForced)
    {
        if (Path.GetFullPath(target) == Path.GetFullPath(input.Split(".root:")[0]) || input == target)
        {
            throw new RefusalException(ExitCode.Usage, $"'{target}' is the input itself; choose another file with --out.");
        }

        if (Path.Exists(target) && !isForced)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{target}' exists; choose another file with --out, or replace it with --force.");
        }
    }

    private static SourceSection SourceOf(string run, string? recipe, IReadOnlyList<string> assignments)
    {
        string path = recipe ?? Path.Combine(run, "recipe.yaml");
        if (recipe is null && !File.Exists(path))
        {
            return new();
        }

        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        foreach (string assignment in assignments)
        {
            tree = RecipeOverride.Apply(tree, assignment);
        }

        return RecipeBinder.Bind(study.Type, tree) is ClusterRecipe clusters ? clusters.Source
            : throw new RefusalException(
                ExitCode.Usage, $"'{path}' is a recipe of the study '{study.Name}'; only 'clusters' can be applied to files.");
    }

    private static void Tell(ShellConsole console, string target, ApplicationSummary done)
    {
        foreach (Formats.Sources.SourceGap gap in done.LeftOut)
        {
            console.Error.WriteLine($"not copied: {gap.Name}, {gap.Reason}");
        }

        console.Out.WriteLine($"Wrote {target}: tree {done.Tree}, {done.Entries} entries, {done.Clusters} clusters.");
    }
}
