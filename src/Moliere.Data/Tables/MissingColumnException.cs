namespace Moliere.Data.Tables;

/// <summary>A table lacks a column that was asked for; the message names the nearest existing ones.</summary>
public sealed class MissingColumnException : Exception
{
    /// <summary>An error with a sentence for the user.</summary>
    /// <param name="message">What was asked for, what is there, what to do.</param>
    public MissingColumnException(string message)
        : base(message)
    {
    }

    /// <summary>The error for an unknown name.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="existing">The names there are.</param>
    public static MissingColumnException For(string name, IEnumerable<string> existing)
    {
        string[] near = NearestName.Of(name, existing, 3);
        string hint = near.Length == 0
            ? "the table has no columns"
            : $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
        return new($"There is no column '{name}'; {hint}");
    }
}
