using System.IO.Enumeration;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Sources;

/// <summary>Wildcards in paths: <c>*</c> and <c>?</c> within a name, in folders as in files.</summary>
internal static class FilePattern
{
    private static readonly char[] s_separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    public static bool HasWildcards(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that match, sorted; a path without wildcards is its only match.</summary>
    public static string[] Expand(string path)
    {
        if (!HasWildcards(path) || File.Exists(path))
        {
            return [path];
        }

        string[] steps = path.Split(s_separators);
        int first = Array.FindIndex(steps, HasWildcards);
        string start = string.Join(Path.DirectorySeparatorChar, steps[..first]);
        IEnumerable<string> found = [start.Length == 0 && first > 0 ? Path.DirectorySeparatorChar.ToString() : start];
        for (int step = first; step < steps.Length; step++)
        {
            bool isLast = step == steps.Length - 1;
            string name = steps[step];
            found = [.. found.SelectMany(folder => Matches(folder, name, isLast))];
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Matches(string folder, string name, bool isFile)
    {
        string place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place))
        {
            return [];
        }

        try
        {
            string[] entries = isFile ? Directory.GetFiles(place) : Directory.GetDirectories(place);
            return entries.Select(entry => Path.GetFileName(entry)!)
                .Where(entry => FileSystemName.MatchesSimpleExpression(name, entry, ignoreCase: false))
                .Select(entry => Path.Combine(folder, entry));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new InvalidFileException(
                new(place), $"a folder that cannot be read ({error.Message.TrimEnd('.')})", "a readable folder",
                "check its permissions", error);
        }
    }
}
