using System.CommandLine;
using System.Text.Json;
using Moliere.Cli.Studies;
using Moliere.Formats.Tables.Parts;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Commands;

/// <summary>A verb below <c>simulate</c>: its options become values of the recipe 'events'.</summary>
/// <param name="name">The verb.</param>
/// <param name="process">What is generated; null for the events of a file.</param>
/// <param name="own">Options of this verb alone.</param>
internal sealed class ProcessVerb(string name, Process? process, IReadOnlyList<ProcessOption> own)
{
    private readonly (ProcessOption Option, Option<string?> Line)[] _values =
        [.. own.Concat(ProcessOption.Common).Select(option => (option, option.Create()))];

    private readonly Option<string?> _input = new("--input")
    {
        Description = "File of generated events: HepMC, Les Houches or text blocks, plain or gzip.",
        HelpName = "FILE",
        Required = process is null,
    };

    private readonly Option<Shard?> _shard = ShardOption.Create();
    private readonly StudyOptions _study = new($"runs/{name}", "events");

    /// <summary>The verb with its options.</summary>
    /// <param name="description">One sentence.</param>
    /// <param name="launch">Carries out the order.</param>
    /// <param name="examples">Command lines after the program's name.</param>
    public VerbCommand Command(
        string description, Func<StudyOrder, ExitCode> launch, IReadOnlyList<(string Line, string Meaning)> examples)
    {
        var command = new VerbCommand(name, description) { Examples = examples };
        Option[] inputs = process is null ? [_input] : [];
        _study.AddTo(command, [.. inputs, .. _values.Select(value => value.Line), _shard]);
        command.SetAction(parsed => (int)launch(Order(parsed)));
        return command;
    }

    private StudyOrder Order(ParseResult parsed)
    {
        StudyOrder order = _study.Read(parsed, StudyVerb.Simulate);
        var values = new List<OptionValue>();
        if (process is { } known)
        {
            values.Add(new("source.process", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{known}"), name));
        }
        else if (parsed.GetValue(_values.First(value => value.Option.Name == "--events").Line) is null)
        {
            values.Add(new("source.events", "2000000000", "--input")); // All that the file has.
        }

        foreach ((ProcessOption option, Option<string?> line) in _values)
        {
            values.AddRange(parsed.GetValue(line) is { } text ? option.Values(text) : []);
        }

        Shard shard = parsed.GetValue(_shard) ?? Shard.Whole;
        return order with
        {
            Values = values,
            Input = process is null ? parsed.GetValue(_input) : null,
            Shard = shard,
            Out = order.Out ?? Path.Combine("runs", shard.Count == 1 ? name
                : FormattableString.Invariant($"{name}-{shard.Number}-of-{shard.Count}")),
        };
    }
}
