namespace Moliere.Learning.Models;

/// <summary>How many functions a method fits, and how they belong together.</summary>
public enum NetworkFamily
{
    /// <summary>One network.</summary>
    Single,
}
