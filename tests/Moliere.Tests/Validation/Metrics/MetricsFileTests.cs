// covers: MetricsDocument, TrainingEntry
using System.Text;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class MetricsFileTests
{
    private static readonly MetricsDocument Document = new()
    {
        Figures =
        [
            new() { Metric = "resolution", Method = "mdn", Value = 0.1, Error = 1e-5, Entries = 100 },
            new() { Metric = "resolution", Method = "mdn", Variable = "E_dep", Low = 0.3, High = 1, Entries = 7 },
        ],
        Training =
        [
            new() { Method = "mdn", Rows = 240000, Epochs = 20, BestEpoch = 17, ValidationLoss = -1.25 },
        ],
    };

    [Fact]
    public void Document_HasOneEntryPerLineWithTheNamesOfTheContract()
    {
        string[] expected =
        [
            "{",
            "  \"figures\": [",
            """    {"metric":"resolution","method":"mdn","variable":null,"low":null,"high":""" +
            """null,"value":0.1,"error":1E-05,"entries":100},""",
            """    {"metric":"resolution","method":"mdn","variable":"E_dep","low":0.3,"high":""" +
            """1,"value":null,"error":null,"entries":7}""",
            "  ],",
            "  \"training\": [",
            """    {"method":"mdn","rows":240000,"epochs":20,"seconds":null,"rows_per_second":""" +
            """null,"best_epoch":17,"validation_loss":-1.25}""",
            "  ]",
            "}",
            "",
        ];
        Assert.Equal(string.Join('\n', expected), Written(Document));
    }

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Written(Document)));
        MetricsDocument read = MetricsFile.Read(stream, "metrics.json");

        Assert.Equal(Document.Figures, read.Figures);
        Assert.Equal(Document.Training, read.Training);
    }

    [Theory]
    [InlineData("{\n\"figures\": [", "metrics.json, line 2")]
    [InlineData("null", "metrics.json: found null")]
    [InlineData("{\"figures\": []}", "expected lists 'figures' and 'training'")]
    [InlineData(
        "{\"figures\": [], \"training\": [{\"method\":\"a\",\"rows\":\"x\",\"epochs\":1}]}", "$.training[0].rows")]
    public void BrokenFile_IsRefusedWithItsPlace(string text, string part)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var problem = Assert.Throws<InvalidDataException>(() => MetricsFile.Read(stream, "metrics.json"));
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    private static string Written(MetricsDocument document)
    {
        using var stream = new MemoryStream();
        MetricsFile.Write(stream, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
