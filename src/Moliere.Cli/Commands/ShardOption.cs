using System.CommandLine;
using Moliere.Formats.Tables.Parts;

namespace Moliere.Cli.Commands;

/// <summary>The option <c>--shard</c>: which share of the events one process of several simulates.</summary>
internal static class ShardOption
{
    /// <summary>The option; without it all events are simulated.</summary>
    public static Option<Shard?> Create() => new("--shard")
    {
        Description = "Simulates the i-th of N equal shares of the events; 'moliere merge' joins them.",
        HelpName = "i/N",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            Shard? shard = Shard.Parse(text);
            if (shard is null)
            {
                result.AddError($"--shard: found '{text}', expected i/N with i from 1 to N, such as 2/8.");
            }

            return shard;
        },
    };
}
