using Moliere.Formats.Bytes;

namespace Moliere.Formats.Sources;

/// <summary>
/// Where a table is: <c>file.root</c>, <c>file.root:dir/tree</c>, or with wildcards <c>data/*.root:tree</c>. A file or
/// folder whose whole name has a colon is taken as it is.
/// </summary>
/// <param name="Text">As the user wrote it.</param>
public sealed record TableAddress(string Text)
{
    /// <summary>The part before the colon, wildcards included.</summary>
    public string Pattern => Text[..Split(Text)];

    /// <summary>Path of tree or ntuple inside the file; null where the address does not say.</summary>
    public string? Dataset => Split(Text) < Text.Length ? Text[(Split(Text) + 1)..].TrimStart('/') : null;

    /// <summary>Whether it names ROOT files, by their ending or by their first bytes.</summary>
    public bool IsRoot => Dataset is not null || HasRootEnding(Pattern) || FilePattern.HasWildcards(Pattern)
        || BeginsAsRoot(Pattern);

    /// <summary>
    /// The files, in order of their names; of a name without wildcards the one, whether it exists or not.
    /// </summary>
    /// <exception cref="InvalidFileException">No file matches the wildcards.</exception>
    public IReadOnlyList<string> Files
    {
        get
        {
            string[] files = FilePattern.Expand(Pattern);
            return files.Length > 0 ? files : throw new InvalidFileException(
                new(Pattern), "no file of that name", "at least one", "check folder and wildcards");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // The colon that ends the file's name: not that of a drive, and none where the whole text is a file.
    private static int Split(string text)
    {
        if (File.Exists(text) || Directory.Exists(text))
        {
            return text.Length;
        }

        int ending = text.LastIndexOf(".root:", StringComparison.OrdinalIgnoreCase);
        int colon = ending >= 0 ? ending + ".root".Length : text.LastIndexOf(':');
        bool isDrive = colon == 1 && char.IsAsciiLetter(text[0]);
        return colon <= 0 || isDrive ? text.Length : colon;
    }

    private static bool HasRootEnding(string path) => path.EndsWith(".root", StringComparison.OrdinalIgnoreCase);

    private static bool BeginsAsRoot(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using FileStream file = InputFile.OpenRaw(path);
        Span<byte> magic = stackalloc byte[4];
        return file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("root"u8);
    }
}
