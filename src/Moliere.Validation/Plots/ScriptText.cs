namespace Moliere.Validation.Plots;

/// <summary>Texts with <c>_{sub}</c> and <c>^{super}</c>, the little mathematics that axis titles need.</summary>
internal static class ScriptText
{
    /// <summary>Pieces of a text with their shift: 1 for subscript, -1 for superscript, 0 for the line.</summary>
    public static IEnumerable<(string Text, int Shift)> Parts(string content)
    {
        int start = 0;
        for (int i = 0; i + 1 < content.Length; i++)
        {
            int end = content[i] is '_' or '^' && content[i + 1] == '{' ? content.IndexOf('}', i) : -1;
            if (end > 0)
            {
                yield return (content[start..i], 0);
                yield return (content[(i + 2)..end], content[i] == '_' ? 1 : -1);
                start = end + 1;
                i = end;
            }
        }

        yield return (content[start..], 0);
    }

    /// <summary>The text for HTML.</summary>
    public static string ToHtml(string content) =>
        string.Concat(Parts(content).Select(part => Wrap(SvgWriter.Escape(part.Text), part.Shift)));

    /// <summary>The text without marks, for tooltips and tables.</summary>
    public static string ToPlain(string content) =>
        string.Concat(Parts(content).Select(part => part.Shift == 1 ? $"_{part.Text}" : part.Text));

    private static string Wrap(string text, int shift) =>
        shift switch { 1 => $"<sub>{text}</sub>", -1 => $"<sup>{text}</sup>", _ => text };
}
