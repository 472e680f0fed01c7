namespace Moliere.Learning.Trees.Sources;

/// <summary>A file of a program that stands for a model.</summary>
/// <param name="Name">Name without folder.</param>
/// <param name="Text">Content, lines ended by a line feed.</param>
/// <param name="Purpose">What it is, in a few words.</param>
public sealed record SourceFile(string Name, string Text, string Purpose);
