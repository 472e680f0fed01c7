using Moliere.Formats.Root.Writing;

namespace Moliere.Formats.Root.Histograms;

/// <summary>The bytes of an axis, with ROOT's look of axes.</summary>
/// <source>ROOT 6, classes TAxis, version 10, and TAttAxis, version 4, with the defaults of TStyle.</source>
internal static class AxisRecord
{
    public static void Write(ObjectBuffer to, string name, RootAxis axis)
    {
        int start = to.Begin(10);
        to.Named(name, axis.Title);
        WriteLook(to, name);
        ByteBuffer bytes = to.Bytes;
        bytes.Int32(axis.BinCount);
        bytes.Double(axis.Low);
        bytes.Double(axis.High);
        CellArray.Write(bytes, axis.Edges, 'D');
        bytes.Int32(0); // First and last bin to show: all.
        bytes.Int32(0);
        bytes.Int16(0); // Bits.
        bytes.Byte(0); // No times.
        bytes.Text("");
        WriteLabels(to, axis.Labels);
        to.Null(); // Changed labels.
        to.End(start);
    }

    private static void WriteLook(ObjectBuffer to, string name)
    {
        int start = to.Begin(4);
        ByteBuffer bytes = to.Bytes;
        bytes.Int32(510); // Divisions: 10 with 5 inside.
        bytes.Int16(1);
        bytes.Int16(1);
        bytes.Int16(42); // Helvetica.
        bytes.Single(0.005f);
        bytes.Single(0.035f);
        bytes.Single(0.03f);
        bytes.Single(name == "yaxis" ? 0 : 1); // 0: as far from the axis as its labels need.
        bytes.Single(0.035f);
        bytes.Int16(1);
        bytes.Int16(42);
        to.End(start);
    }

    // A THashList of TObjString, whose number in front of the text is that of the bin.
    private static void WriteLabels(ObjectBuffer to, IReadOnlyDictionary<int, string> labels)
    {
        if (labels.Count == 0)
        {
            to.Null();
            return;
        }

        int pointer = to.BeginObject("THashList"), list = to.BeginList(labels.Count);
        foreach ((int bin, string text) in labels.OrderBy(label => label.Key))
        {
            int item = to.BeginObject("TObjString"), start = to.Begin(1);
            to.Object(number: bin);
            to.Bytes.Text(text);
            to.End(start);
            to.End(item);
            to.Bytes.Text("");
        }

        to.End(list);
        to.End(pointer);
    }
}
