using Moliere.Cli;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;

namespace Moliere.Tests.Cli.Studies.Sources;

public sealed class ObjectChunksTests
{
    private static readonly Table s_flat = new(
    [
        new LongColumn("run", "", "", [1, 1, 2]),
        new LongColumn("evt", "", "", [1L << 60, 8, 9]),
        new FloatColumn("cl_E", "", "", [1000, 2000, 3000]),
        new FloatColumn("cl_true", "", "", [1500, 2500, 3500]),
        new FloatColumn("cl_lcw", "", "", [1400, 2400, 3400]),
        new FloatColumn("dens", "", "", [1, 2, 3]),
        new FloatColumn("lambda", "", "", [10, 20, 30]),
        new FloatColumn("mu", "", "", [20, 21, 22]),
    ]);

    private static readonly Table s_lists = new(
    [
        new JaggedColumn<float>("cl_E", "", "", [0, 2, 2, 3], [1, 2, 3]),
        new JaggedColumn<float>("cl_true", "", "", [0, 2, 2, 3], [10, 20, 30]),
        new JaggedColumn<int>("cells", "", "", [0, 3, 3, 4], [1, 2, 3, 4]),
        new FloatColumn("mu", "", "", [20, 21, 22]),
        new FloatColumn("w", "", "", [0.5f, 0.25f, 0.125f]),
        new FloatColumn("id", "", "", [3, 4, 3.5f]),
    ]);

    [Fact]
    public void Entries_BecomeClustersInHouseUnits()
    {
        Table made = Make(s_flat, new()
        {
            Columns = Map(
                ("event", "evt"), ("e_em", "cl_E"), ("e_dep", "cl_true"), ("rho", "dens * 2"), ("e_lcw", "cl_lcw")),
            Units = SourceUnits.Atlas,
            LengthUnit = LengthUnit.Cm,
            Select = "run == 1",
        });
        Assert.Equal([1L << 60, 8], made.Longs("event"));
        Assert.Equal([1f, 2], made.Floats("e_em"));
        Assert.Equal([1.5f, 2.5f], made.Floats("e_dep"));
        Assert.Equal([1.4f, 2.4f], made.Floats("e_lcw"));
        Assert.Equal([2e-6f, 4e-6f], made.Floats("rho"));
        Assert.Equal([100f, 200], made.Floats("lambda"));
        Assert.Equal([20f, 21], made.Floats("mu"));
        Assert.Equal([1f, 1], made.Floats("weight"));
        Assert.Equal("GeV/mm³", made["rho"].Unit);
        Assert.False(made.Has("rapidity"));
    }

    [Fact]
    public void EmptyText_DoesWithoutTheColumn()
    {
        Table made = Make(s_flat, new() { Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true"), ("mu", "")) });
        Assert.False(made.Has("mu"));
        Assert.True(made.Has("lambda"));
        Assert.Equal([100L, 101, 102], made.Longs("event"));
    }

    [Fact]
    public void Elements_BecomeClustersWithTheValuesOfTheirEntry()
    {
        SourceSection section = new()
        {
            Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true / 2"), ("weight", "w")),
        };
        Table made = Make(s_lists, section);
        Assert.Equal([100L, 100, 102], made.Longs("event"));
        Assert.Equal([1f, 2, 3], made.Floats("e_em"));
        Assert.Equal([5f, 10, 15], made.Floats("e_dep"));
        Assert.Equal([20f, 20, 22], made.Floats("mu"));
        Assert.Equal([0.5f, 0.5f, 0.125f], made.Floats("weight"));
        Table some = Make(s_lists, section with { Select = "cl_E > 1 && mu < 22" });
        Assert.Equal([2f], some.Floats("e_em"));
        Assert.Equal([100L], some.Longs("event"));
        Assert.Equal([3f], Make(s_lists, section with { Select = "mu > 20" }).Floats("e_em"));
        Assert.Equal([1f, 2, 3], Make(s_lists, section with { Per = TableRow.Element }).Floats("e_em"));
    }

    [Fact]
    public void Chunks_GiveTheWhole()
    {
        SourceSection section = new() { Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true")), Select = "cl_E != 2" };
        using var source = new MemorySource("t", s_lists);
        ObjectPlan plan = ObjectPlan.Of(source, section);
        var chunks = new ObjectChunks(plan);
        Table joined = ColumnJoin.Rows([.. Enumerable.Range(0, 3).Select(i =>
            chunks.Make(source.Read(i, 1, plan.Needed), i))]);
        Assert.Equal([1f, 3], joined.Floats("e_em"));
        Assert.Equal([0L, 2], joined.Longs("event"));
    }

    [Fact]
    public void ListsOfWholeNumbers_BecomeThoseOfTheStudy()
    {
        using var source = new MemorySource("t", new(
        [
            new JaggedColumn<int>("cell_index", "", "", [0, 2], [7, 8]),
            new JaggedColumn<int>("cell_energy", "", "", [0, 2], [3, 4]),
            new FloatColumn("e_em", "", "", [1]), new FloatColumn("e_dep", "", "", [1]),
        ]));
        ObjectPlan plan = ObjectPlan.Of(source, new SourceSection { Columns = Map(("e_em", "e_em")) });
        Table made = new ObjectChunks(plan).Make(source.Read(0, 1, plan.Needed), 0);
        Assert.Equal([7, 8], made.Jagged<int>("cell_index").Values);
        Assert.Equal([3f, 4], made.Jagged<float>("cell_energy").Values);
    }

    [Fact]
    public void HouseTable_IsItself()
    {
        Table house = Toolbox.ToyFeatures.Clusters(20, 1).With(
            new JaggedColumn<int>("cell_index", "", "", new int[21], [])).With(
            new JaggedColumn<float>("cell_energy", "GeV", "", new int[21], []));
        Table made = Make(house, new());
        Assert.Equal(
            house.Columns.Select(column => column.Name).Order(), made.Columns.Select(column => column.Name).Order());
        Assert.Equal(house.Longs("event"), made.Longs("event"));
        Assert.All(
            house.Columns.OfType<FloatColumn>(),
            column => Assert.Equal(column.Values, made.Floats(column.Name)));
    }

    [Fact]
    public void ListsThatDifferInLength_AreRefusedWithTheEntry()
    {
        SourceSection section = new() { Columns = Map(("e_em", "cl_E"), ("e_dep", "cells")) };
        Assert.Equal(
            "t (entry 100): found 3 values of 'cells', expected 2 as of 'cl_E'; lists of objects must go together.",
            Assert.Throws<InvalidFileException>(() => Make(s_lists, section)).Message);
        section = new() { Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_E + cells")) };
        Assert.StartsWith(
            "t (entry 100): found the lists cl_E and cells need equal lengths",
            Assert.Throws<InvalidFileException>(() => Make(s_lists, section)).Message);
    }

    [Theory]
    [InlineData("sample * 1e9 + n", false)]
    [InlineData("number", false)]
    [InlineData("number", true)]
    public void CrossingsBeyondTheDigitsOfAFloat_StayApart(string crossing, bool perElement)
    {
        Table jets = new(
        [
            new LongColumn("sample", "", "", [2, 2, 2]), new LongColumn("n", "", "", [1, 2, 3]),
            new LongColumn("number", "", "", [2_000_000_001, 2_000_000_002, 2_000_000_003]),
            perElement ? new JaggedColumn<float>("jet", "", "", [0, 1, 2, 4], [50, 60, 70, 80])
                : new FloatColumn("jet", "", "", [50, 60, 70]),
        ]);
        using var source = new MemorySource("t", jets);
        var section = new BoostedSourceSection { Columns = Map(("pt", "jet"), ("crossing", crossing)) };
        ObjectPlan plan = ObjectPlan.Of(source, section, _ => ["pt", "crossing"]);
        Table made = new ObjectChunks(plan).Make(source.Read(0, 3, plan.Needed), 0);
        long[] expected = [2_000_000_001, 2_000_000_002, 2_000_000_003, .. perElement ? [2_000_000_003L] : (long[])[]];
        Assert.Equal(expected, made.Longs("crossing"));
    }

    [Fact]
    public void EventThatIsNotWhole_IsRefused()
    {
        SourceSection section = new() { Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true"), ("event", "id")) };
        Assert.StartsWith(
            "t (entry 102, column 'event'): found 3.5, expected a whole number",
            Assert.Throws<InvalidFileException>(() => Make(s_lists, section)).Message);
    }

    [Fact]
    public void MissingColumns_AreAllNamedWithNearestNames()
    {
        string bare = Assert.Throws<InvalidFileException>(() => Make(s_flat, new())).Message;
        Assert.StartsWith("t: found no column 'e_em', 'e_dep', 'rapidity' and ", bare);
        Assert.Contains("'moliere init clusters FILE'", bare);
        SourceSection wrong = new() { Columns = Map(("e_em", "cl_EE + cl_tru"), ("e_dep", "cl_true")) };
        string message = Assert.Throws<InvalidFileException>(() => Make(s_flat, wrong)).Message;
        Assert.StartsWith("t (source.columns.e_em 'cl_EE + cl_tru'): found no column 'cl_EE', 'cl_tru'", message);
        Assert.Contains("cl_E,", message);
    }

    [Theory]
    [InlineData(TableRow.Entry, null, "source.per is entry, but 'e_em' (cl_E) is a list")]
    [InlineData(null, "sum(mu) > 1", "source.select: In the expression 'sum(mu) > 1', position 1")]
    public void ShapesThatDoNotFit_AreRefused(object? per, string? select, string problem)
    {
        SourceSection section = new()
        {
            Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true")),
            Per = (TableRow?)per,
            Select = select,
        };
        Assert.Contains(problem, Assert.Throws<RefusalException>(() => Make(s_lists, section)).Message);
    }

    [Fact]
    public void ElementsOfFlatEntries_AreRefused()
    {
        SourceSection section = new()
        {
            Columns = Map(("e_em", "cl_E"), ("e_dep", "cl_true")),
            Per = TableRow.Element,
        };
        Assert.Contains("no column is a list", Assert.Throws<RefusalException>(() => Make(s_flat, section)).Message);
    }

    private static Table Make(Table table, SourceSection section)
    {
        using var source = new MemorySource("t", table);
        ObjectPlan plan = ObjectPlan.Of(source, section);
        return new ObjectChunks(plan).Make(source.Read(0, table.RowCount, plan.Needed), 100);
    }

    private static Dictionary<string, string> Map(params (string Name, string Text)[] columns) =>
        columns.ToDictionary(column => column.Name, column => column.Text);
}
