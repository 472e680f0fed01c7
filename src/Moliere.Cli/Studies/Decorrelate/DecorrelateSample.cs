using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Studies.Boosted;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>The selected jets, dealt by crossings to training, to stopping and cuts, and to figures.</summary>
internal sealed record DecorrelateSample
{
    /// <summary>What discriminants are derived from.</summary>
    public required BoostedSample Training { get; init; }

    /// <summary>What decides when trainings stop, and where cuts lie.</summary>
    public required BoostedSample Validation { get; init; }

    /// <summary>What all figures are made of.</summary>
    public required BoostedSample Test { get; init; }

    /// <summary>Jets before the selection.</summary>
    public required int All { get; init; }

    /// <summary>Jets that fail each cut, the first that they fail, in words.</summary>
    public required IReadOnlyList<(string Cut, int Jets)> Lost { get; init; }

    /// <summary>Reads and selects.</summary>
    /// <param name="path">The table.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <exception cref="RefusalException">Too few jets, a class is missing, or the mass is constant.</exception>
    public static DecorrelateSample Read(string path, DecorrelateRecipe recipe)
    {
        Table jets = BoostedTableInput.Read(path);
        (Table kept, (string, int)[] lost) = Select(jets, recipe);
        string how = string.Join(", ", lost.Select(cut => $"{cut.Item2} {cut.Item1}"));
        if (kept.RowCount == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"None of {jets.RowCount} jets is selected ({how}); check the ranges of jets.* and the units (GeV).");
        }

        var split = new EventSplit
        {
            TrainingFraction = recipe.Split.Train,
            ValidationFraction = recipe.Split.Validation,
            Salt = recipe.Seed,
        };
        long[] dealt = BoostedTableInput.Groups(kept);
        try
        {
            return new()
            {
                Training = Part(SplitPart.Training, "training"),
                Validation = Part(SplitPart.Validation, "validation"),
                Test = Part(SplitPart.Test, "test"),
                All = jets.RowCount,
                Lost = lost,
            };
        }
        catch (ArgumentException error)
        {
            throw new RefusalException(
                ExitCode.BadData, $"{error.Message.Split(" (Parameter")[0]} Of {jets.RowCount} jets lost: {how}.");
        }

        BoostedSample Part(SplitPart part, string name)
        {
            int[] rows = split.Rows(dealt, part);
            return rows.Length >= 20 ? BoostedSample.Of(kept.Select(rows), name, recipe.Jets.PtMin, recipe.Jets.PtMax)
                : throw new ArgumentException(
                    $"The {name} part has {rows.Length} selected jets; give a table with more, or more source.events.");
        }
    }

    private static (Table Kept, (string Cut, int Jets)[] Lost) Select(Table jets, DecorrelateRecipe recipe)
    {
        float[] mass = jets.Floats(BoostedJetColumns.Mass), pt = jets.Floats(BoostedJetColumns.Pt);
        float[]? eta = jets.Has(BoostedJetColumns.Eta) ? jets.Floats(BoostedJetColumns.Eta) : null;
        float[][] variables = [.. DecorrelateNames.Columns(recipe).Select(jets.Floats)];
        var lost = new int[4];
        var rows = new List<int>();
        for (int row = 0; row < jets.RowCount; row++)
        {
            int cut = !(pt[row] >= recipe.Jets.PtMin && pt[row] < recipe.Jets.PtMax) ? 0
                : eta is not null && !(Math.Abs(eta[row]) <= recipe.Jets.EtaMax) ? 1
                : !(mass[row] >= recipe.Mass.Min && mass[row] < recipe.Mass.Max) ? 2
                : Array.Exists(variables, values => !float.IsFinite(values[row])) ? 3 : -1;
            if (cut < 0)
            {
                rows.Add(row);
            }
            else
            {
                lost[cut]++;
            }
        }

        string[] names = ["outside the momenta", "outside |eta|", "outside the masses", "with a variable that is NaN"];
        return (jets.Select([.. rows]), [.. names.Zip(lost)]);
    }
}
