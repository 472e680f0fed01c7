using Moliere.Formats.Root.Writing;

namespace Moliere.Formats.Root.Histograms;

/// <summary>The bytes of a graph.</summary>
/// <source>ROOT 6, classes TGraph, version 4, TGraphErrors and TGraphAsymmErrors, version 3.</source>
internal static class GraphRecord
{
    private const double NotSet = -1111; // What ROOT takes for "no own range".

    /// <summary>Writes the object, which <see cref="HistogramRules"/> have accepted.</summary>
    public static void Write(ObjectBuffer to, RootGraph graph)
    {
        if (graph.ClassName == "TGraph")
        {
            WritePoints(to, graph);
            return;
        }

        int start = to.Begin(LayoutTable.Classes[graph.ClassName].Version);
        WritePoints(to, graph);
        foreach (IReadOnlyList<double> errors in Errors(graph))
        {
            Array(to.Bytes, errors);
        }

        to.End(start);
    }

    /// <summary>The arrays of errors in order of the class.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Errors(RootGraph graph) => graph.ClassName switch
    {
        "TGraphErrors" => [graph.XLow, graph.YLow],
        "TGraphAsymmErrors" => [graph.XLow, graph.XHigh, graph.YLow, graph.YHigh],
        _ => [],
    };

    private static void WritePoints(ObjectBuffer to, RootGraph graph)
    {
        int start = to.Begin(LayoutTable.Classes["TGraph"].Version);
        to.Named(graph.Name, graph.Title, ObjectBuffer.MustCleanup | ObjectBuffer.ClipFrame);
        to.Attributes(line: 1, fill: 1);
        to.Bytes.Int32(graph.X.Count);
        Array(to.Bytes, graph.X);
        Array(to.Bytes, graph.Y);
        int functions = to.BeginObject("TList");
        to.EmptyList();
        to.End(functions);
        to.Null(); // Histogram of the frame.
        to.Bytes.Double(NotSet);
        to.Bytes.Double(NotSet);
        to.End(start);
    }

    // An array behind a pointer: whether there is one, then its numbers.
    private static void Array(ByteBuffer to, IReadOnlyList<double> values)
    {
        to.Byte(values.Count > 0 ? 1 : 0);
        foreach (double value in values)
        {
            to.Double(value);
        }
    }
}
