using System.Text;

namespace Moliere.Validation.Plots;

/// <summary>Writes SVG elements as text, one per line; attribute values and texts are escaped here and nowhere
/// else.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An element without content.</summary>
    /// <param name="name">Name of the element.</param>
    /// <param name="attributes">Attributes in order; numbers are written as pixels.</param>
    public void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    /// <summary>Opens an element; <see cref="Close"/> ends it.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        _depth++;
    }

    /// <summary>Ends the innermost open element.</summary>
    public void Close(string name)
    {
        _depth--;
        Indent();
        _text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>An element that shows a value on hover.</summary>
    public void Tipped(string name, string tip, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("><title>").Append(Escape(tip)).Append("</title></").Append(name).Append(">\n");
    }

    /// <summary>Text with <c>_{sub}</c> and <c>^{super}</c>.</summary>
    public void Text(string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start("text", attributes);
        _text.Append('>').Append(Scripts(content)).Append("</text>\n");
    }

    /// <summary>Raw lines, such as a style sheet.</summary>
    public void Raw(string content) => _text.Append(content);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Escapes text for XML.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private void Start(string name, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Indent();
        _text.Append('<').Append(name);
        foreach ((string attribute, object value) in attributes)
        {
            string text = value switch
            {
                double d =>
                NumberText.Pixel(d),
                int i => NumberText.Pixel(i),
                _ => $"{value}"
            };
            _text.Append(' ').Append(attribute).Append("=\"").Append(Escape(text)).Append('"');
        }
    }

    private void Indent() => _text.Append(' ', 2 * _depth);

    private static string Scripts(string content)
    {
        var text = new StringBuilder();
        foreach ((string part, int shift) in ScriptText.Parts(content))
        {
            string escaped = Escape(part);
            // dy is relative, so the piece after a sub- or superscript has to come back to the line.
            text.Append(shift == 0
                ? escaped
                : $"<tspan dy=\"{4 * shift}\" font-size=\"76%\">{escaped}</tspan>"
                    + $"<tspan dy=\"{-4 * shift}\">\u200b</tspan>");
        }

        return text.ToString();
    }
}
