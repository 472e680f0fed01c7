namespace Moliere.Formats.Root.Objects;

/// <summary>The layout of one version of a class.</summary>
/// <param name="Name">C++ name.</param>
/// <param name="Version">Version of the class.</param>
/// <param name="Checksum">Checksum over names and types of the members; 0 where unknown.</param>
/// <param name="Elements">Bases and members in order of the bytes.</param>
internal sealed record StreamerClass(string Name, int Version, uint Checksum, IReadOnlyList<StreamerElement> Elements);
