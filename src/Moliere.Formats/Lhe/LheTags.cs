using System.Buffers.Text;
using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Lhe;

/// <summary>Finds the few tags of a Les Houches file that matter; it is not quite XML and is read by lines.</summary>
internal static class LheTags
{
    /// <summary>Goes behind the line that begins with a tag.</summary>
    public static void Find(LineReader lines, ReadOnlySpan<byte> tag, string expected)
    {
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (IsTag(line.Trim((byte)' '), tag))
            {
                return;
            }
        }

        throw new InvalidFileException(lines.Place(), "the end of the file", expected, "this is no whole event file");
    }

    /// <summary>Goes behind the next opening tag of an event; false at the closing tag of the file.</summary>
    public static bool TryFindEvent(LineReader lines)
    {
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadOnlySpan<byte> text = line.Trim((byte)' ');
            if (IsTag(text, "<event"u8))
            {
                return true;
            }

            if (text.StartsWith("</LesHouchesEvents>"u8))
            {
                return false;
            }
        }

        throw Cut(lines, "");
    }

    /// <summary>Reads to the end of an event and collects its named weights.</summary>
    public static Dictionary<string, double> ReadWeights(LineReader lines, Func<string> inside)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            ReadOnlySpan<byte> text = line.Trim((byte)' ');
            if (text.StartsWith("</event>"u8))
            {
                return weights;
            }

            if (text.StartsWith("<wgt"u8))
            {
                AddWeight(text, lines, inside, weights);
            }
        }

        throw Cut(lines, inside());
    }

    /// <summary>The file ends too early.</summary>
    public static InvalidFileException Cut(LineReader lines, string inside) => new(
        lines.Place(inside), "the end of the file", "</LesHouchesEvents> after whole events", "the file is truncated");

    // <event>, perhaps with attributes, but not <eventgroup>.
    private static bool IsTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) =>
        text.StartsWith(tag) && text.Length > tag.Length && text[tag.Length] is (byte)'>' or (byte)' ';

    // <wgt id='1001'> 0.50109E+02 </wgt>
    private static void AddWeight(
        ReadOnlySpan<byte> text, LineReader lines, Func<string> inside, Dictionary<string, double> weights)
    {
        int open = text.IndexOfAny((byte)'\'', (byte)'"'), close = text.IndexOf((byte)'>');
        ReadOnlySpan<byte> rest = open < 0 ? default : text[(open + 1)..];
        int quote = open < 0 ? -1 : rest.IndexOf(text[open]);
        ReadOnlySpan<byte> value = close < 0 ? default : text[(close + 1)..].TrimStart((byte)' ');
        bool isNumber = Utf8Parser.TryParse(value, out double weight, out int used) && double.IsFinite(weight);
        if (quote < 0 || !isNumber || !value[used..].TrimStart((byte)' ').StartsWith("<"u8))
        {
            throw new InvalidFileException(
                lines.Place(inside()), $"'{Encoding.UTF8.GetString(text[..Math.Min(60, text.Length)])}'",
                "a weight such as <wgt id='1'> 0.5 </wgt>");
        }

        weights[Encoding.UTF8.GetString(rest[..quote])] = weight;
    }
}
