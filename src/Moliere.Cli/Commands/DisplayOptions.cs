using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Moliere.Cli.Inspection.Display;

namespace Moliere.Cli.Commands;

/// <summary>The options of <c>inspect</c> that draw an event.</summary>
internal sealed class DisplayOptions
{
    private readonly Option<long?> _event = new("--event")
    {
        Description = "Draws event N, counted from 0, of a file of events, or of the embedded generator without PATH.",
        HelpName = "N",
        CustomParser = result => StudyOptions.WholeNumber(result, 0L, 1_000_000_000L),
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "File of the picture. Default: event-N.svg.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _process = new("--process")
    {
        Description = $"What the embedded generator makes: {string.Join(", ", ProcessName.All)}. Default: dijets.",
        HelpName = "NAME",
    };

    private readonly Option<double?> _ptMin = new("--pt-min")
    {
        Description = "Smallest transverse momentum of the generated partons or bosons [GeV]. Default: 100.",
        HelpName = "GEV",
        CustomParser = result => Number(result, 5, 3000),
    };

    private readonly Option<double?> _mu = new("--mu")
    {
        Description = "Mean number of collisions per crossing. Default: 36.",
        HelpName = "N",
        CustomParser = result => Number(result, 0, 300),
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Seed of generator, pile-up and noise. Default: 1.",
        HelpName = "N",
        CustomParser = result => StudyOptions.WholeNumber(result, ulong.MinValue, ulong.MaxValue),
    };

    private Option[] All => [_event, _out, _process, _ptMin, _mu, _seed];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>The order on a command line; null when no event is to be drawn.</summary>
    /// <param name="parsed">A command line without errors.</param>
    /// <param name="path">The file given, if any.</param>
    /// <exception cref="RefusalException">Options that mean nothing together.</exception>
    public DisplayOrder? Read(ParseResult parsed, string? path)
    {
        if (parsed.GetValue(_event) is not { } number)
        {
            RefuseOthers(parsed, [_out, _process, _ptMin, _mu, _seed], "belongs to --event N, which draws an event");
            return null;
        }

        if (path is not null)
        {
            RefuseOthers(parsed, [_process, _ptMin], "is for the embedded generator and a file is given; leave it out");
        }

        var order = new DisplayOrder
        {
            Number = number,
            Path = path,
            Out = parsed.GetValue(_out) ?? string.Create(CultureInfo.InvariantCulture, $"event-{number}.svg"),
        };
        return order with
        {
            Process = parsed.GetValue(_process) is { } word ? ProcessName.Parse(word) : order.Process,
            PtMin = parsed.GetValue(_ptMin) ?? order.PtMin,
            Mu = parsed.GetValue(_mu) ?? order.Mu,
            Seed = parsed.GetValue(_seed) ?? order.Seed,
        };
    }

    private static void RefuseOthers(ParseResult parsed, Option[] options, string why)
    {
        if (options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } first)
        {
            throw new RefusalException(ExitCode.Usage, $"{first.Name} {why}.");
        }
    }

    private static double? Number(ArgumentResult result, double low, double high)
    {
        string text = result.Tokens[0].Value;
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (isNumber && value >= low && value <= high)
        {
            return value;
        }

        string option = (result.Parent as OptionResult)?.Option.Name ?? "option";
        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{option}: found '{text}', expected a number from {low} to {high}."));
        return null;
    }
}
