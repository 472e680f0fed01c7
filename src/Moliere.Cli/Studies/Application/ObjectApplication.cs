using Moliere.Cli.Progress;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Application;

/// <summary>
/// Applies methods to a table of clusters or jets, chunk by chunk, and writes what they say as a tree with the same
/// entries in the same order: a friend of the table, or a copy of it with more branches.
/// </summary>
/// <param name="objects">Methods, and how the table is to be read.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="threads">Do not change the result.</param>
internal sealed class ObjectApplication(AppliedObjects objects, RunProgress progress, int threads)
{
    // Bounds the memory: entries hold one object or a list of some hundreds.
    private const int ObjectsPerChunk = 50_000, EventsPerChunk = 500;
    private const string Counter = "n_moliere";

    /// <summary>Reads, predicts and writes.</summary>
    /// <param name="address">The table.</param>
    /// <param name="output">File and tree to write.</param>
    /// <param name="cancellation">Stops between chunks; nothing is left then.</param>
    /// <returns>Entries, objects, and what of the table was not copied.</returns>
    public ApplicationSummary Apply(string address, ApplicationOutput output, CancellationToken cancellation)
    {
        using ITableSource table = TableSources.Open(address, objects.Source.Friends);
        ObjectPlan plan = ObjectPlan.ForColumns(table, objects.Source, objects.Columns(table));
        Func<Table, Table> complete = objects.Completion(table.Name);
        AppliedMethod[] usable =
            [.. objects.Methods.Where(method => method.Lists is null || plan.Lists.Count > 0)];
        RequireSome(usable, table.Name);
        using CopiedTree? copy = output.IsCopy ? CopiedTree.Open(address, table.RowCount) : null;
        using var file = new RootFileWriter(output.Path, output.Compression);
        CalibratedBranches[] branches = [.. usable.Select(method => BranchesOf(method, plan))];
        DerivedBranches derived = DerivedOf(table, plan);
        RootBranchSpec[] added = [.. SpecsOf(usable, branches, complete(None(plan, table))), .. derived.Specs];
        RequireNew(added, copy, table.Name);
        string kind = copy is null ? "friend" : "copy";
        RootTreeWriter tree = file.Tree(
            output.Tree ?? copy?.Name ?? "moliere", $"{kind} of {Path.GetFileName(table.Name)}",
            [.. copy?.Specs ?? [], .. added], new RootTreeOptions { Threads = threads });
        long count = 0;
        using (RunStage stage = progress.Stage("applying", table.RowCount, "entries"))
        {
            int rowsPerChunk = plan.IsPerElement ? EventsPerChunk : ObjectsPerChunk;
            foreach ((long first, int entryCount) in ChunkPlan.Of(table, rowsPerChunk))
            {
                cancellation.ThrowIfCancellationRequested();
                Table entries = table.Read(first, entryCount, plan.Needed, threads);
                Table rows = complete(new ObjectChunks(plan).Make(entries, first));
                int[]? offsets = plan.IsPerElement ? plan.Offsets(entries) : null;
                tree.Append(
                    [.. copy?.Read(first, entryCount, threads) ?? [], .. Said(usable, branches, rows, offsets),
                        .. derived.Arrays(rows, offsets)]);
                count += rows.RowCount;
                stage.Advance(entryCount);
            }
        }

        file.Complete();
        return new(table.RowCount, count, tree.Name, copy?.LeftOut ?? []);
    }

    private DerivedBranches DerivedOf(ITableSource table, ObjectPlan plan) => new(
        objects.Derived(table), objects.Source.UnitsOfTable(), plan.IsPerElement ? Counter : null);

    private CalibratedBranches BranchesOf(AppliedMethod method, ObjectPlan plan) => new(
        method.Calibration.Name, objects.Quantity, objects.Source.UnitsOfTable().Energy,
        plan.IsPerElement ? Counter : null);

    private IEnumerable<RootArray> Said(
        AppliedMethod[] usable, CalibratedBranches[] branches, Table rows, int[]? offsets) =>
        usable.Zip(branches).SelectMany(pair => pair.Second.Arrays(
            pair.First.Apply(rows), rows.Floats(objects.Signal), offsets));

    // What a method says of no clusters has the form of what it says of many.
    private static IEnumerable<RootBranchSpec> SpecsOf(
        AppliedMethod[] usable, CalibratedBranches[] branches, Table none) =>
        usable.Zip(branches).SelectMany(pair => pair.Second.Specs(pair.First.Apply(none)));

    private static Table None(ObjectPlan plan, ITableSource table) =>
        new ObjectChunks(plan).Make(table.Read(0, 0, plan.Needed), 0);

    private static void RequireNew(RootBranchSpec[] added, CopiedTree? copy, string table)
    {
        HashSet<string> there = [.. copy?.Specs.Select(spec => spec.Name) ?? []];
        if (Array.Find(added, spec => there.Contains(spec.Name)) is { } twice)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"{table} has a branch '{twice.Name}' already; leave --copy out, or copy another tree.");
        }
    }

    private void RequireSome(AppliedMethod[] usable, string table)
    {
        foreach (AppliedMethod left in objects.Methods.Except(usable))
        {
            progress.Say($"{left.Calibration.Name} is left out: {table} has no {left.Lists}.");
        }

        if (usable.Length == 0)
        {
            throw new RefusalException(ExitCode.BadData, $"No method can be applied to {table}.");
        }
    }
}

/// <summary>What is written.</summary>
/// <param name="Path">ROOT file to make.</param>
/// <param name="Tree">Name of its tree; null for that of the copied one, or <c>moliere</c>.</param>
/// <param name="IsCopy">Whether the table's own branches are written too.</param>
/// <param name="Compression">How it is packed.</param>
internal sealed record ApplicationOutput(
    string Path, string? Tree, bool IsCopy, Formats.Root.RootCompression Compression);

/// <summary>What was written.</summary>
/// <param name="Entries">Entries of the tree, as many as of the table.</param>
/// <param name="Objects">Clusters or jets in them.</param>
/// <param name="Tree">Its name.</param>
/// <param name="LeftOut">Branches of the table that could not be copied, with the reason.</param>
internal sealed record ApplicationSummary(
    long Entries, long Objects, string Tree, IReadOnlyList<SourceGap> LeftOut);
