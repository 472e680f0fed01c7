using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>Stands for a branch whose type has no reader.</summary>
/// <param name="reason">What hinders.</param>
/// <param name="where">Tree and branch.</param>
internal sealed class UnreadableReader(string reason, RootOrigin where) : BranchReader
{
    public override string? Obstacle => reason;

    public override bool HasValues => false;

    public override RootArray Read(BasketBatch batch) => throw Refusal();

    public override RootArray ReadWithoutBaskets(RootFile file, long first, int count) => throw Refusal();

    private InvalidFileException Refusal() =>
        new(where.At(0), reason, "a type that is supported", "leave this branch out");
}
