using Moliere.Data.Objects;

namespace Moliere.Formats.Sources;

/// <summary>A column of the house that a file seems to have.</summary>
/// <param name="Column">Name in <see cref="ClusterColumns"/> or <see cref="TauColumns"/>.</param>
/// <param name="Branch">Name in the file; null where none was found.</param>
/// <param name="Nearest">Names of the file that come closest, where none was found.</param>
public sealed record ColumnGuess(string Column, string? Branch, IReadOnlyList<string> Nearest);

/// <summary>
/// Guesses which branches of an ntuple are the columns of a table of clusters or taus, from the names that experiments
/// use. Names are compared without case and signs. First what is unmistakable votes for the part in front of it, such
/// as <c>cluster_</c> or <c>TauJetsAuxDyn.</c>; then that part and an ending must make the whole name.
/// </summary>
public static class ColumnGuesses
{
    private const int ShortestEnding = 3; // Of "e" or "t" half of a file would remind.

    /// <summary>A guess for each column of clusters, those of events last.</summary>
    /// <param name="branches">Names of the branches that hold numbers or lists of them.</param>
    public static IReadOnlyList<ColumnGuess> Of(IReadOnlyList<string> branches) =>
        Of(branches, ColumnVocabulary.Clusters);

    /// <summary>A guess for each column of a vocabulary, those of events last.</summary>
    /// <param name="branches">Names of the branches that hold numbers or lists of them.</param>
    /// <param name="words">What the columns are called.</param>
    public static IReadOnlyList<ColumnGuess> Of(IReadOnlyList<string> branches, ColumnVocabulary words)
    {
        (string Plain, string Name)[] names = [.. branches.Select(name => (Plain(name), name))];
        string front = Front([.. names.Select(name => name.Plain)], words);
        return
        [
            .. words.OfObject.Select(wanted => Guess(wanted, words, branches, ending => Array.Find(
                names, name => name.Name == wanted.Column || name.Plain == front + ending).Name)),
            .. words.OfEvent.Select(wanted => Guess(wanted, words, branches, ending => Array.Find(
                names, name => name.Name == wanted.Column || IsOfEvent(name.Plain, ending)
                    || (words.CopiesEvent && name.Plain == front + ending)).Name)),
        ];
    }

    private static ColumnGuess Guess(
        ColumnEndings wanted, ColumnVocabulary words, IReadOnlyList<string> branches, Func<string, string?> find)
    {
        string? found = wanted.Endings.Select(find).FirstOrDefault(name => name is not null);
        return new(wanted.Column, found, found is null ? Nearest(wanted.Endings, words, branches) : []);
    }

    // Those that end as such a column might, whatever stands in front.
    private static string[] Nearest(
        IReadOnlyList<string> endings, ColumnVocabulary words, IReadOnlyList<string> branches) =>
    [
        .. endings.Where(ending => ending.Length >= ShortestEnding)
            .SelectMany(ending => branches.Where(name => Plain(name).EndsWith(ending, StringComparison.Ordinal)))
            .Distinct().OrderByDescending(name => name.Contains(words.Word, StringComparison.OrdinalIgnoreCase))
            .Take(3),
    ];

    private static bool IsOfEvent(string plain, string ending) =>
        plain == ending || plain == "eventinfoauxdyn" + ending || plain == "eventinfo" + ending;

    // The part in front of most, and of more than one unless it speaks of the object; ties go to those that do.
    private static string Front(string[] names, ColumnVocabulary words) => words.Unmistakable
        .SelectMany(ending => names.Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[..^ending.Length]))
        .GroupBy(front => front, StringComparer.Ordinal)
        .Where(votes => votes.Count() > 1 || votes.Key.Contains(words.Word, StringComparison.Ordinal))
        .OrderByDescending(votes => votes.Count())
        .ThenByDescending(votes => votes.Key.Contains(words.Word, StringComparison.Ordinal))
        .Select(votes => votes.Key)
        .FirstOrDefault(words.Front);

    /// <summary>A name as an expression says it: between back-quotes where it has other signs.</summary>
    /// <param name="branch">Name in a file.</param>
    public static string Spoken(string branch) =>
        branch.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.') && !char.IsAsciiDigit(branch[0])
            ? branch
            : $"`{branch}`";

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
