// covers: ReportDocument, ReportSection, ReportTable, ReportCheck
using System.Text.RegularExpressions;

namespace Moliere.Tests.Validation.Report;

public sealed class HtmlReportTests
{
    private static readonly string Html = ExampleReport.Html();

    [Fact]
    public void Page_NamesNothingOutsideItself()
    {
        string[] links = [.. Regex.Matches(Html, "(?:src|href|url)[=(]\"?([^\")> ]+)").Select(match =>
            match.Groups[1].Value)];

        Assert.NotEmpty(links);
        Assert.All(links, link =>
            Assert.True(link[0] == '#' || link.StartsWith("data:", StringComparison.Ordinal), link));
        Assert.DoesNotContain("@import", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_AreEscapedAndScriptsAreSet()
    {
        Assert.Contains("<h1>Clusters &lt;test&gt;</h1>", Html, StringComparison.Ordinal);
        Assert.Contains("R = E<sub>EM</sub> / E<sub>dep</sub> &amp; more.", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_SayPassAndFail()
    {
        Assert.Contains("<tr class=\"pass\"><td>✓ pass</td><td>linearity</td>", Html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"fail\"><td>✗ fail</td><td>resolution</td>", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_SetNumbersToTheRightAndLabelsAsHeads()
    {
        Assert.Contains("<td>mdn</td><td class=\"number\">0.1 ± 0.2</td>", Html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">seed</th><td>1</td>", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void SameDocument_GivesTheSameText()
    {
        Assert.Equal(Html, ExampleReport.Html());
        Assert.DoesNotContain("\r", Html, StringComparison.Ordinal);
    }
}
