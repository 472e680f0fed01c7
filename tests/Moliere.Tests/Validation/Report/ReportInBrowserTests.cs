using Microsoft.Playwright;

namespace Moliere.Tests.Validation.Report;

/// <summary>Opens a report in headless Chromium: every figure is drawn, nothing is fetched, switches and hover
/// work.</summary>
public sealed class ReportInBrowserTests
{
    [SkippableFact]
    public async Task Report_OpensWithoutErrorsAndAnswersTheMouse()
    {
        string? chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Skip.IfNot(File.Exists(chromium), $"no Chromium at {chromium}; install Debian's package or set CHROMIUM");
        string file = Path.Combine(Path.GetTempPath(), $"moliere-report-{Environment.ProcessId}.html");
        await File.WriteAllTextAsync(file, ExampleReport.Html());
        try
        {
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
            await OpenAndCheck(await browser.NewPageAsync(), new Uri(file).AbsoluteUri);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task OpenAndCheck(IPage page, string address)
    {
        var problems = new List<string>();
        var requests = new List<string>();
        page.Console += (_, message) => problems.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => problems.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(address);

        ILocator figures = page.Locator("svg.figure");
        Assert.Equal(4, await figures.CountAsync());
        for (int i = 0; i < 4; i++)
        {
            LocatorBoundingBoxResult? box = await figures.Nth(i).BoundingBoxAsync();
            Assert.True(box is { Width: > 200, Height: > 200 }, $"figure {i} has no extent");
        }

        await CheckSwitch(page);
        await CheckHover(page);
        Assert.Empty(problems);
        Assert.All(requests, url =>
            Assert.True(url == address || url.StartsWith("data:", StringComparison.Ordinal), url));
    }

    private static async Task CheckSwitch(IPage page)
    {
        ILocator lcw =
            page.Locator("#curves [data-method=lcw]").First, mdn = page.Locator("#curves [data-method=mdn]").First;
        Assert.True(await lcw.IsVisibleAsync());
        await page.Locator("label:has([data-switch=lcw])").ClickAsync();
        Assert.False(await lcw.IsVisibleAsync());
        Assert.True(await mdn.IsVisibleAsync());
        await page.Locator("#curves [data-legend=lcw]").ClickAsync();
        Assert.True(await lcw.IsVisibleAsync());
    }

    private static async Task CheckHover(IPage page)
    {
        ILocator tip = page.Locator("#tip");
        Assert.False(await tip.IsVisibleAsync());
        await page.Locator("#curves [data-method=lcw] .point").First.HoverAsync();
        Assert.True(await tip.IsVisibleAsync());
        Assert.Equal("lcw, E_dep [GeV] 0.3 to 1: 0.6 ± 0.05, 200 entries", await tip.TextContentAsync());
    }
}
