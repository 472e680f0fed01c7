using System.Reflection;
using Moliere.Validation.Plots;

namespace Moliere.Validation.Report;

/// <summary>
/// Writes a report as one HTML file that needs nothing else: style and script inline, figures inline as SVG. The
/// script adds switches for methods and values on hover; without it everything can still be read and printed.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page; the same document gives the same text, with line feeds.</summary>
    /// <param name="writer">Destination.</param>
    /// <param name="document">What to write.</param>
    public static void Write(TextWriter writer, ReportDocument document)
    {
        var palette = new MethodPalette(Names(document));
        writer.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>{Plain(document.Title)}</title>
            {FigureSvg.Style}<style>
            {Resource("report.css")}</style>
            </head>
            <body>
            <header>
            <h1>{Text(document.Title)}</h1>
            <p class="subtitle">{Text(document.Subtitle)}</p>

            """);
        WriteContents(writer, document);
        writer.Write("</header>\n");
        WriteSwitches(writer, document, palette);
        writer.Write("<main>\n");
        for (int i = 0; i < document.Sections.Count; i++)
        {
            WriteSection(writer, document.Sections[i], i, palette);
        }

        writer.Write("</main>\n<div id=\"tip\" role=\"status\"></div>\n");
        writer.Write($"<script>\n{Resource("report.js")}</script>\n</body>\n</html>\n");
    }

    // Histograms of other names than methods, such as of two methods, have colours too; other curves are guides.
    private static IEnumerable<string> Names(ReportDocument document)
    {
        string[] fixedNames = [.. document.Methods, .. TrainingFigures.Curves, .. SigmaLearning.Curves];
        IEnumerable<string> histograms = document.Sections.SelectMany(section => section.Figures)
            .SelectMany(figure => figure.Layers.OfType<HistogramLayer>()).Select(layer => layer.Method);
        return fixedNames.Union(histograms);
    }

    private static void WriteContents(TextWriter writer, ReportDocument document)
    {
        writer.Write("<nav>\n");
        for (int i = 0; i < document.Sections.Count; i++)
        {
            writer.Write($"<a href=\"#section-{i + 1}\">{Text(document.Sections[i].Title)}</a>\n");
        }

        writer.Write("</nav>\n");
    }

    private static void WriteSwitches(TextWriter writer, ReportDocument document, MethodPalette palette)
    {
        writer.Write("<div id=\"switches\"><span>Methods in all figures:</span>\n");
        foreach (string method in document.Methods)
        {
            string name = Plain(method), colour = palette.Colour(method);
            writer.Write(
                $"<label style=\"--colour:{colour}\"><input type=\"checkbox\" data-switch=\"{name}\" checked>"
                + $"<i></i>{name}</label>\n");
        }

        writer.Write("</div>\n");
    }

    private static void WriteSection(TextWriter writer, ReportSection section, int index, MethodPalette palette)
    {
        writer.Write($"<section id=\"section-{index + 1}\">\n<h2>{Text(section.Title)}</h2>\n");
        foreach (string paragraph in section.Paragraphs)
        {
            writer.Write($"<p>{Text(paragraph)}</p>\n");
        }

        WriteChecks(writer, section.Checks);
        foreach (ReportTable table in section.Tables)
        {
            WriteTable(writer, table);
        }

        if (section.Figures.Count > 0)
        {
            WriteFigures(writer, section.Figures, palette);
        }

        writer.Write("</section>\n");
    }

    private static void WriteFigures(TextWriter writer, IReadOnlyList<Figure> figures, MethodPalette palette)
    {
        writer.Write("<div class=\"figures\">\n");
        foreach (Figure figure in figures)
        {
            string caption =
                $"{Text(figure.Caption)} <span class=\"files\">figures/{Plain(figure.Id)}.svg, .csv</span>";
            writer.Write($"<figure id=\"{Plain(figure.Id)}\">\n{FigureSvg.RenderInline(figure, palette)}");
            writer.Write($"<figcaption>{caption}</figcaption>\n</figure>\n");
        }

        writer.Write("</div>\n");
    }

    private static void WriteChecks(TextWriter writer, IReadOnlyList<ReportCheck> checks)
    {
        if (checks.Count == 0)
        {
            return;
        }

        writer.Write(
            "<table class=\"checks\">\n<thead><tr><th></th><th>check</th><th>wanted</th><th>found</th></tr></thead>\n");
        foreach (ReportCheck check in checks)
        {
            (string kind, string word) = check.Passed ? ("pass", "✓ pass") : ("fail", "✗ fail");
            writer.Write($"<tr class=\"{kind}\"><td>{word}</td><td>{Text(check.Claim)}</td>");
            writer.Write($"<td>{Text(check.Wanted)}</td><td>{Text(check.Found)}</td></tr>\n");
        }

        writer.Write("</table>\n");
    }

    private static void WriteTable(TextWriter writer, ReportTable table)
    {
        bool isValues = table.Columns.Count == 0;
        writer.Write($"<div class=\"wide\"><table class=\"{(isValues ? "values" : "grid")}\">\n");
        if (table.Caption.Length > 0)
        {
            writer.Write($"<caption>{Text(table.Caption)}</caption>\n");
        }

        if (!isValues)
        {
            string heads = string.Concat(table.Columns.Select(column => $"<th>{Text(column)}</th>"));
            writer.Write($"<thead><tr>{heads}</tr></thead>\n");
        }

        foreach (IReadOnlyList<string> row in table.Rows)
        {
            string cells = string.Concat(row.Select((cell, i) => i == 0 && isValues
                ? $"<th scope=\"row\">{Text(cell)}</th>"
                : $"<td{(!isValues && IsNumber(cell) ? " class=\"number\"" : string.Empty)}>{Text(cell)}</td>"));
            writer.Write($"<tr>{cells}</tr>\n");
        }

        writer.Write("</table></div>\n");
    }

    private static bool IsNumber(string cell) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || "−-–+.".Contains(cell[0]));

    private static string Text(string text) => ScriptText.ToHtml(text);

    private static string Plain(string text) => SvgWriter.Escape(ScriptText.ToPlain(text));

    private static string Resource(string name)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Moliere.Validation.Report.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
