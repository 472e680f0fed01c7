using System.Text;

namespace Moliere.Validation.Plots;

/// <summary>The numbers of a figure as CSV text, line feeds, shortest round-trip numbers, empty fields for missing
/// values.</summary>
public static class FigureCsv
{
    /// <summary>
    /// Columns <c>panel,method,x_low,x_high,y_low,y_high,value,error,entries</c>; the bounds in y belong to
    /// two-dimensional histograms only. Ratio panels are listed after the main panel.
    /// </summary>
    /// <param name="figure">What to list.</param>
    public static string Render(Figure figure)
    {
        var text = new StringBuilder("panel,method,x_low,x_high,y_low,y_high,value,error,entries\n");
        foreach (FigureLayer layer in figure.Layers)
        {
            Append(text, "main", layer);
        }

        CurveLayer[] curves = [.. figure.Layers.OfType<CurveLayer>()];
        if (Array.Find(curves, curve => curve.Method == figure.Ratio?.Reference) is { } reference)
        {
            foreach (CurveLayer curve in curves.Where(curve => curve != reference))
            {
                Append(text, "ratio", RatioPanel.Divide(curve, reference));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string panel, FigureLayer layer)
    {
        switch (layer)
        {
            case CurveLayer curve:
                foreach (CurvePoint point in curve.Points)
                {
                    var bin = (point.Low, point.High);
                    Line(text, panel, layer.Method, bin, null, point.Value, point.Error, point.Entries);
                }

                break;
            case HistogramLayer histogram:
                for (int i = 0; i < histogram.Contents.Length; i++)
                {
                    var bin = (histogram.Edges[i], histogram.Edges[i + 1]);
                    Line(text, panel, layer.Method, bin, null, histogram.Contents[i], null, 0);
                }

                break;
            case HeatLayer heat:
                AppendCells(text, panel, heat);
                break;
        }
    }

    private static void AppendCells(StringBuilder text, string panel, HeatLayer heat)
    {
        for (int i = 0; i + 1 < heat.XEdges.Length; i++)
        {
            for (int j = 0; j + 1 < heat.YEdges.Length; j++)
            {
                var x = (heat.XEdges[i], heat.XEdges[i + 1]);
                Line(text, panel, heat.Method, x, (heat.YEdges[j], heat.YEdges[j + 1]), heat.Contents[i, j], null, 0);
            }
        }
    }

    private static void Line(
        StringBuilder text,
        string panel,
        string method,
        (double Low, double High) x,
        (double Low, double High)? y,
        double? value,
        double? error,
        int entries)
    {
        string counted = entries > 0 ? NumberText.Exact(entries) : string.Empty;
        string[] fields =
        [
            panel, method, NumberText.Exact(x.Low), NumberText.Exact(x.High), NumberText.Exact(y?.Low),
            NumberText.Exact(y?.High), NumberText.Exact(value), NumberText.Exact(error), counted,
        ];
        text.AppendJoin(',', fields).Append('\n');
    }
}
