using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Reads preserved jets as their README.txt says, with nothing but the files: steps and numbers are written down here
/// again, so that text and preparation.json are tested and not the program that wrote them.
/// </summary>
internal sealed class PreservedJets
{
    private readonly Table _jets;
    private readonly JsonElement _preparation;

    private PreservedJets(Table jets, JsonElement preparation) => (_jets, _preparation) = (jets, preparation);

    public static PreservedJets Read(string folder) => new(
        CsvTableReader.Read(Path.Combine(folder, "jets.csv")),
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "preparation.json"))).RootElement);

    /// <summary>The scores of the examples [N, 3].</summary>
    public float[] Scores() => [.. Enumerable.Range(0, _jets.RowCount).SelectMany(row =>
        new[] { "score_qcd", "score_signal", "score_bib" }.Select(name => (float)Number(_jets, name, row)))];

    /// <summary>Inputs of the network, all of a jet behind each other, in the order of the README.</summary>
    public float[] Inputs() => [.. Enumerable.Range(0, _jets.RowCount).SelectMany(Of)];

    /// <summary>A number of a table; columns of whole numbers are read as such.</summary>
    public static double Number(Table table, string name, int row) =>
        table[name] is LongColumn ? table.Longs(name)[row] : table.Floats(name)[row];

    private IEnumerable<float> Of(int row)
    {
        double jetEta = Number(_jets, "eta", row), jetPhi = Number(_jets, "phi", row);
        double[][] clusters = [.. Points("clusters", row).OrderByDescending(point => point[0])];
        double[][] tracks = [.. Points("tracks", row).OrderByDescending(point => point[0])];
        double[][] segments = Points("segments", row);
        double side = (clusters.Length == 0 ? jetEta : clusters.Sum(point => point[0] * point[1])) < 0 ? -1 : 1;
        double firstEta = clusters.Length == 0 ? jetEta : clusters[0][1];
        double firstPhi = clusters.Length == 0 ? jetPhi : clusters[0][2];
        double[] jet = [Number(_jets, "pt", row), side * jetEta, jetPhi];
        return
        [
            .. jet.Select((value, i) => Scaled("jet", i, value)),
            .. Padded("clusters", [.. clusters.Select(point => Seen(point, [1], [2], firstEta, firstPhi, side))]),
            .. Padded("tracks", [.. tracks.Select(point => Seen(point, [1], [2], jetEta, jetPhi, side))]),
            .. Padded("segments", [.. segments.Select(point => Seen(point, [0, 2], [1, 3], jetEta, jetPhi, side))]),
        ];
    }

    // Steps 1 and 2 but for the order.
    private double[][] Points(string list, int row)
    {
        JsonElement[] variables = [.. Variables(list)];
        JaggedColumn<float>[] columns = [.. variables.Select(one => _jets.Jagged<float>(Name(one)))];
        return
        [
            .. Enumerable.Range(0, columns[0][row].Length)
                .Select(point => columns.Select(column => (double)column[row][point]).ToArray())
                .Where(point => point.Select((value, i) => double.IsFinite(value)
                    || (double.IsInfinity(value) && Transform(variables[i]) == "bounded")).All(isFine => isFine)),
        ];
    }

    // Step 4.
    private static double[] Seen(double[] point, int[] etas, int[] phis, double eta, double phi, double side) =>
        [.. point.Select((value, i) => etas.Contains(i) ? side * (value - eta)
            : phis.Contains(i) ? Math.IEEERemainder(value - phi, 2 * Math.PI) : value)];

    // Steps 5 and 6; padded with 3, which must not matter, and followed by the number of points.
    private IEnumerable<float> Padded(string list, double[][] points)
    {
        int most = _preparation.GetProperty($"maximum_{list}").GetInt32(), width = Variables(list).Count();
        int kept = Math.Min(most, points.Length);
        return points.Take(kept).SelectMany(point => point.Select((value, i) => Scaled(list, i, value)))
            .Concat(Enumerable.Repeat(3f, (most - kept) * width)).Append(kept);
    }

    private float Scaled(string list, int index, double value)
    {
        JsonElement variable = Variables(list).ElementAt(index);
        double transformed = Transform(variable) switch
        {
            "linear" => value,
            "logarithm" => Math.Log(Math.Max(value, 0.001)),
            "inverse_sine" => Math.Asinh(value),
            "bounded" => Math.Clamp(value, -5, 5),
            var other => throw new InvalidOperationException(other),
        };
        return (float)((transformed - variable.GetProperty("offset").GetDouble())
            / variable.GetProperty("scale").GetDouble());
    }

    private IEnumerable<JsonElement> Variables(string list) =>
        _preparation.GetProperty("scaling").GetProperty(list).EnumerateArray();

    private static string Name(JsonElement variable) => variable.GetProperty("name").GetString()!;

    private static string Transform(JsonElement variable) => variable.GetProperty("transform").GetString()!;
}
