using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Histograms;

/// <summary>Histograms and graphs out of the objects of a file.</summary>
internal static class HistogramReader
{
    private static readonly string[] FirstSums = ["fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2"];
    private static readonly string[] SecondSums = ["fTsumwy", "fTsumwy2", "fTsumwxy"];
    private static readonly string[] ThirdSums = ["fTsumwz", "fTsumwz2", "fTsumwxz", "fTsumwyz"];

    public static RootHistogram ReadHistogram(RootFile file, RootEntry entry)
    {
        HistogramClass form = HistogramClass.Find(entry.ClassName)
            ?? throw WrongClass(file, entry, "TH1, TH2 or TH3 with C, S, I, F or D, TProfile or TProfile2D");
        RootObject found = Read(file, entry);
        RootAxis[] axes = [.. AxisNames(form.Dimensions).Select(name => ReadAxis(file, entry, found, name))];
        double[] contents = found.Numbers("fArray"), squares = found.Numbers("fSumw2");
        long cells = axes.Aggregate(1L, (product, axis) => Math.Min(product, int.MaxValue) * axis.CellCount);
        Require(file, entry, contents.Length == cells, $"{contents.Length} cells", $"{cells} for its axes");
        Require(
            file, entry, squares.Length == 0 || squares.Length == cells, $"{squares.Length} squared weights",
            $"{cells} or none");
        RootProfile? profile = form.IsProfile ? ReadProfile(found, form.Dimensions == 1 ? 'y' : 'z') : null;
        bool isWhole = profile is null || (profile.BinEntries.Count == cells
            && (profile.BinSumW2.Count == 0 || profile.BinSumW2.Count == cells));
        Require(file, entry, isWhole, "a profile with other numbers of weights", $"{cells} as of cells");
        return new(form.Name, found.Text("fName"))
        {
            Title = found.Text("fTitle"),
            Axes = axes,
            Contents = contents,
            SumW2 = squares,
            Entries = found.Number("fEntries"),
            Statistics = [.. SumNames(form.Dimensions).Select(found.Number)],
            Profile = profile,
        };
    }

    public static RootGraph ReadGraph(RootFile file, RootEntry entry)
    {
        if (!RootGraph.CanRead(entry))
        {
            throw WrongClass(file, entry, "TGraph, TGraphErrors or TGraphAsymmErrors");
        }

        RootObject found = Read(file, entry);
        string[] errors = entry.ClassName switch
        {
            "TGraphErrors" => ["fEX", "fEX", "fEY", "fEY"],
            "TGraphAsymmErrors" => ["fEXlow", "fEXhigh", "fEYlow", "fEYhigh"],
            _ => ["", "", "", ""],
        };
        var graph = new RootGraph(entry.ClassName, found.Text("fName"), found.Numbers("fX"), found.Numbers("fY"))
        {
            Title = found.Text("fTitle"),
            XLow = found.Numbers(errors[0]),
            XHigh = found.Numbers(errors[1]),
            YLow = found.Numbers(errors[2]),
            YHigh = found.Numbers(errors[3]),
        };
        bool isWhole = graph.X.Count == graph.Y.Count
            && GraphRecord.Errors(graph).All(values => values.Count == graph.X.Count);
        Require(file, entry, isWhole, "arrays of different lengths", "one value per point in each");
        return graph;
    }

    private static IEnumerable<string> AxisNames(int dimensions) =>
        new[] { "fXaxis", "fYaxis", "fZaxis" }.Take(dimensions);

    private static IEnumerable<string> SumNames(int dimensions) =>
    [
        .. FirstSums, .. dimensions > 1 ? SecondSums : [], .. dimensions > 2 ? ThirdSums : [],
    ];

    private static RootObject Read(RootFile file, RootEntry entry)
    {
        RootRecord record = file.Read(entry.Key, $"{entry.ClassName} '{entry.Path}'");
        RootObject found = ObjectReader.Read(record, file.Streamers);
        return found.Obstacle is null ? found : throw new InvalidFileException(
            Place(file, entry), found.Obstacle, "a class that the file describes");
    }

    private static RootAxis ReadAxis(RootFile file, RootEntry entry, RootObject histogram, string name)
    {
        RootObject axis = histogram.Object(name) ?? new RootObject("TAxis");
        int bins = (int)axis.Integer("fNbins");
        double[] edges = axis.Numbers("fXbins");
        Require(
            file, entry, bins > 0 && bins < int.MaxValue - 1 && (edges.Length == 0 || edges.Length == bins + 1),
            $"an axis of {bins} bins with {edges.Length} edges", "bins, and one edge more or none");
        var labels = new Dictionary<int, string>();
        foreach (RootObject label in axis.List("fLabels").OfType<RootObject>())
        {
            labels[(int)label.Integer("fUniqueID")] = label.Text("fString");
        }

        return new(bins, axis.Number("fXmin"), axis.Number("fXmax"))
        {
            Title = axis.Text("fTitle"),
            Edges = edges,
            Labels = labels,
        };
    }

    private static RootProfile ReadProfile(RootObject found, char axis) => new()
    {
        BinEntries = found.Numbers("fBinEntries"),
        BinSumW2 = found.Numbers("fBinSumw2"),
        ErrorMode = (int)found.Integer("fErrorMode"),
        Low = found.Number($"f{char.ToUpperInvariant(axis)}min"),
        High = found.Number($"f{char.ToUpperInvariant(axis)}max"),
        SumWeighted = found.Number($"fTsumw{axis}"),
        SumWeightedSquares = found.Number($"fTsumw{axis}2"),
    };

    private static void Require(RootFile file, RootEntry entry, bool holds, string found, string expected)
    {
        if (!holds)
        {
            throw new InvalidFileException(Place(file, entry), found, expected, "the file is damaged");
        }
    }

    private static InvalidFileException WrongClass(RootFile file, RootEntry entry, string expected) => new(
        Place(file, entry), $"an object of class {entry.ClassName}", expected, "other classes are not supported");

    private static FilePlace Place(RootFile file, RootEntry entry) =>
        new(file.Path) { Byte = entry.Key.Position, Inside = $"'{entry.Path}'" };
}
