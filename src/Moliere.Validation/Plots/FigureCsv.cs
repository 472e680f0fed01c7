using System.Text;

namespace Moliere.Validation.Plots;

/// <summary>The numbers of a figure as CSV text, line feeds, shortest round-trip numbers, empty fields for missing
/// values.</summary>
public static class FigureCsv
{
    /// <summary>
    /// Columns <c>panel,method,x_low,x_high,y_low,y_high,value,error,entries</c>; the bounds in y belong to
    /// two-dimensional histograms and bars only. Ratio panels are listed after the main panel. Where an axis has names
    /// instead of numbers, the names of the bin follow as <c>x_name,y_name</c>.
    /// </summary>
    /// <param name="figure">What to list.</param>
    public static string Render(Figure figure)
    {
        var sheet = new Sheet(figure);
        foreach (FigureLayer layer in figure.Layers)
        {
            Append(sheet, "main", layer);
        }

        CurveLayer[] curves = [.. figure.Layers.OfType<CurveLayer>()];
        if (Array.Find(curves, curve => curve.Method == figure.Ratio?.Reference) is { } reference)
        {
            foreach (CurveLayer curve in curves.Where(curve => curve != reference))
            {
                Append(sheet, "ratio", RatioPanel.Divide(curve, reference));
            }
        }

        return sheet.ToString();
    }

    private static void Append(Sheet sheet, string panel, FigureLayer layer)
    {
        switch (layer)
        {
            case CurveLayer curve:
                foreach (CurvePoint point in curve.Points)
                {
                    sheet.Line(panel, layer, (point.Low, point.High), null, point);
                }

                break;
            case BarLayer bars:
                foreach (CurvePoint bar in bars.Bars)
                {
                    sheet.Line(panel, layer, null, (bar.Low, bar.High), bar);
                }

                break;
            case HistogramLayer histogram:
                for (int i = 0; i < histogram.Contents.Length; i++)
                {
                    var bin = (histogram.Edges[i], histogram.Edges[i + 1]);
                    sheet.Line(panel, layer, bin, null, new(0, 0, histogram.Contents[i], null));
                }

                break;
            case HeatLayer heat:
                AppendCells(sheet, panel, heat);
                break;
        }
    }

    private static void AppendCells(Sheet sheet, string panel, HeatLayer heat)
    {
        for (int i = 0; i + 1 < heat.XEdges.Length; i++)
        {
            for (int j = 0; j + 1 < heat.YEdges.Length; j++)
            {
                var x = (heat.XEdges[i], heat.XEdges[i + 1]);
                sheet.Line(
                    panel, heat, x, (heat.YEdges[j], heat.YEdges[j + 1]), new(0, 0, heat.Contents[i, j], null));
            }
        }
    }

    // The text so far, and which names its bins have.
    private sealed class Sheet
    {
        private readonly StringBuilder _text = new("panel,method,x_low,x_high,y_low,y_high,value,error,entries");
        private readonly PlotAxis _x;
        private readonly PlotAxis _y;

        public Sheet(Figure figure)
        {
            (_x, _y) = (figure.X, figure.Y);
            _text.Append(HasNames ? ",x_name,y_name\n" : "\n");
        }

        private bool HasNames => _x.Names is not null || _y.Names is not null;

        public void Line(
            string panel, FigureLayer layer, (double Low, double High)? x, (double Low, double High)? y,
            CurvePoint point)
        {
            string counted = point.Entries > 0 ? NumberText.Exact(point.Entries) : string.Empty;
            string[] fields =
            [
                panel, Quoted(layer.Method), NumberText.Exact(x?.Low), NumberText.Exact(x?.High),
                NumberText.Exact(y?.Low), NumberText.Exact(y?.High), NumberText.Exact(point.Value),
                NumberText.Exact(point.Error), counted,
                .. HasNames ? [Name(_x, x?.Low), Name(_y, y?.Low)] : Array.Empty<string>(),
            ];
            _text.AppendJoin(',', fields).Append('\n');
        }

        public override string ToString() => _text.ToString();

        private static string Name(PlotAxis axis, double? low) =>
            axis.Names is { } names && low is { } place ? Quoted(names[(int)place]) : string.Empty;

        // RFC 4180, section 2.
        private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"', '\n')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
