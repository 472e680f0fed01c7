namespace Moliere.Formats.Root.Columns;

/// <summary>A type has no reader; caught where the branch is known, and never seen outside this room.</summary>
/// <param name="reason">The type and what hinders, for the user.</param>
internal sealed class UnreadableTypeException(string reason) : Exception(reason);
