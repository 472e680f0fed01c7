using Moliere.Tests.Validation.Plots;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Tests.Validation.Report;

/// <summary>A report with everything a report can have.</summary>
internal static class ExampleReport
{
    public static ReportDocument Document() => new()
    {
        Title = "Clusters <test>",
        Subtitle = "600 rows",
        Methods = ["em", "lcw", "mdn"],
        Sections =
        [
            new()
            {
                Title = "What was run",
                Paragraphs = ["Response R = E_{EM} / E_{dep} & more."],
                Tables = [ReportTable.OfValues("Run", ("recipe", "clusters"), ("seed", "1"))],
                Checks = [new("linearity", "< 2 %", "0.4 %", true), new("resolution", "< 0.8", "0.9", false)],
            },
            new()
            {
                Title = "Figures",
                Tables = [new() { Columns = ["method", "value"], Rows = [["mdn", "0.1 ± 0.2"], ["em", "−3"]] }],
                Figures =
                [
                    ExampleFigures.Curves(), ExampleFigures.Histograms(), ExampleFigures.Heat(),
                    TrainingFigures.Loss("mdn", [1, 0.5, 0.4], [1.1, 0.6, 0.55], "toy"),
                ],
            },
        ],
    };

    public static string Html()
    {
        using var writer = new StringWriter();
        HtmlReport.Write(writer, Document());
        return writer.ToString();
    }
}
