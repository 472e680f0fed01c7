using Moliere.Formats.Root.Writing;

namespace Moliere.Formats.Root.Histograms;

/// <summary>The bytes of a histogram.</summary>
/// <source>ROOT 6, classes TH1 to TH3 with their arrays, TProfile, TProfile2D, in the versions of the table.</source>
internal static class HistogramRecord
{
    private const double NotSet = -1111; // What ROOT takes for "no own range".

    /// <summary>Writes the object, which <see cref="HistogramRules"/> have accepted.</summary>
    public static void Write(ObjectBuffer to, RootHistogram histogram, HistogramClass form)
    {
        int outer = form.IsProfile ? Begin(to, form.Name) : -1;
        int cells = Begin(to, form.Cells);
        WriteFrame(to, histogram, form);
        CellArray.Write(to.Bytes, histogram.Contents, form.Letter);
        to.End(cells);
        if (histogram.Profile is { } profile && form.IsProfile)
        {
            WriteProfile(to.Bytes, profile);
            to.End(outer);
        }
    }

    private static void WriteFrame(ObjectBuffer to, RootHistogram histogram, HistogramClass form)
    {
        double[] sums = [.. histogram.Statistics, .. new double[11 - histogram.Statistics.Count]];
        if (form.Dimensions == 1)
        {
            WriteTH1(to, histogram, sums);
            return;
        }

        int frame = Begin(to, form.Frame);
        WriteTH1(to, histogram, sums);
        if (form.Dimensions == 2)
        {
            to.Bytes.Double(1); // Scale factor.
            Doubles(to.Bytes, sums.AsSpan(4, 3));
        }
        else
        {
            to.End(Begin(to, "TAtt3D"));
            Doubles(to.Bytes, sums.AsSpan(4, 7));
        }

        to.End(frame);
    }

    private static void WriteTH1(ObjectBuffer to, RootHistogram histogram, double[] sums)
    {
        int start = Begin(to, "TH1");
        to.Named(histogram.Name, histogram.Title, ObjectBuffer.MustCleanup);
        to.Attributes();
        to.Bytes.Int32(histogram.Contents.Count);
        var none = new RootAxis(1, 0, 1);
        for (int i = 0; i < 3; i++)
        {
            AxisRecord.Write(to, $"{(char)('x' + i)}axis", i < histogram.Axes.Count ? histogram.Axes[i] : none);
        }

        WriteNumbers(to.Bytes, histogram, sums);
        to.EmptyList(); // Functions.
        to.Bytes.Int32(0); // Entries in the buffer of first fills.
        to.Bytes.Byte(0);
        to.Bytes.Int32(0); // Errors of bins: those of a normal distribution.
        to.Bytes.Int32(2); // Overflows in the statistics: as set for all histograms.
        to.End(start);
    }

    private static void WriteNumbers(ByteBuffer to, RootHistogram histogram, double[] sums)
    {
        to.Int16(0); // Offset and width of bars, in thousandths.
        to.Int16(1000);
        to.Double(histogram.Entries);
        Doubles(to, sums.AsSpan(0, 4));
        to.Double(NotSet);
        to.Double(NotSet);
        to.Double(0); // Norm.
        to.Int32(0); // Contours.
        CellArray.Write(to, histogram.SumW2, 'D');
        to.Text(""); // Options.
    }

    private static void WriteProfile(ByteBuffer to, RootProfile profile)
    {
        CellArray.Write(to, profile.BinEntries, 'D');
        to.Int32(profile.ErrorMode);
        Doubles(to, [profile.Low, profile.High, profile.SumWeighted, profile.SumWeightedSquares]);
        CellArray.Write(to, profile.BinSumW2, 'D');
    }

    private static int Begin(ObjectBuffer to, string className) =>
        to.Begin(LayoutTable.Classes[className].Version);

    private static void Doubles(ByteBuffer to, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            to.Double(value);
        }
    }
}
