using System.Globalization;
using System.Text;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Regress;

/// <summary>The numbers of a study as CSV files: figures of each split, and predictions of each row.</summary>
internal static class RegressTables
{
    /// <summary>Writes <c>tables/splits.csv</c> and <c>tables/predictions-METHOD.csv</c>.</summary>
    public static void Write(StudyRequest request, RegressData data, RegressJudgement judgement)
    {
        request.Folder.WriteText("tables/splits.csv", Splits(judgement));
        foreach (MethodSample method in judgement.Methods)
        {
            string path = request.Folder.PathOf($"tables/predictions-{method.Name}.csv");
            CsvTableWriter.Write(path, Predictions(data, judgement, method, request.Threads));
        }
    }

    private static string Splits(RegressJudgement judgement)
    {
        var text = new StringBuilder("method,split,rows,").AppendJoin(',', RegressionMetric.All).Append('\n');
        foreach (IGrouping<string, SplitFigures> method in judgement.Splits.GroupBy(split => split.Method))
        {
            int number = 0;
            foreach (SplitFigures split in method)
            {
                var values = split.Figures.ToDictionary(figure => figure.Metric, figure => figure.Value);
                text.Append(CultureInfo.InvariantCulture, $"{method.Key},{++number},{split.Entries},");
                text.AppendJoin(',', RegressionMetric.All.Select(name => values.TryGetValue(name, out double value)
                    ? value.ToString("R", CultureInfo.InvariantCulture)
                    : "")).Append('\n');
            }
        }

        return text.ToString();
    }

    private static Table Predictions(
        RegressData data, RegressJudgement judgement, MethodSample method, int threads)
    {
        var said = method.Predictions;
        float[] target = [.. judgement.Rows.Select(row => data.Target[row])];
        Column[] columns =
        [
            new LongColumn("split", "", "Number of the split, from 1.", [.. judgement.SplitOfRow.Select(n => n + 1L)]),
            new LongColumn("row", "", "Row of the input, from 0.",
                [.. judgement.Rows.Select(row => (long)data.FileRows[row])]),
            new FloatColumn("target", "", "Observed value.", target),
            new FloatColumn("predicted", "", "Predicted value.", said.Response),
        ];
        return new(
        [
            .. columns,
            .. said.SigmaStat is { } stat ? [new FloatColumn("sigma_stat", "", "Statistical part.", stat)] : NoColumn,
            .. said.SigmaSyst is { } syst ? [new FloatColumn("sigma_syst", "", "Systematic part.", syst)] : NoColumn,
            .. said.Distribution is { } law
                ? [new FloatColumn("nll", "", "Minus the logarithm of the predicted density at the target.",
                    [.. DistributionScores.NegativeLogLikelihood(target, law, threads).Select(nll => (float)nll)])]
                : NoColumn,
        ]);
    }

    private static Column[] NoColumn => [];
}
