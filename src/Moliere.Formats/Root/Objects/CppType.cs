using System.Text;

namespace Moliere.Formats.Root.Objects;

/// <summary>A C++ type taken apart: its name and the types in its angle brackets.</summary>
/// <param name="Name">Name without <c>std::</c>, <c>const</c> and brackets, such as <c>vector</c>.</param>
/// <param name="Arguments">Types in the brackets, in order.</param>
/// <param name="IsPointer">Whether a star follows.</param>
internal sealed record CppType(string Name, IReadOnlyList<CppType> Arguments, bool IsPointer)
{
    /// <summary>Types inside each other; more is damage.</summary>
    private const int DeepestNesting = 64;

    /// <summary>The type as one canonical text.</summary>
    public string Text => (Arguments.Count == 0 ? Name : $"{Name}<{string.Join(',', Arguments.Select(a => a.Text))}>")
        + (IsPointer ? "*" : "");

    /// <summary>The type without its star.</summary>
    public CppType Pointed => this with { IsPointer = false };

    /// <summary>Takes a name apart; anything is a type, if only an unknown one.</summary>
    public static CppType Parse(string text)
    {
        int position = 0;
        string clean = Canonical(text);
        CppType type = Parse(clean, ref position, 0);
        return position == clean.Length ? type : new(clean, [], clean.EndsWith('*'));
    }

    /// <summary>One spelling for all: no <c>std::</c> or <c>const</c>, blanks only between words.</summary>
    public static string Canonical(string text)
    {
        if (!text.AsSpan().ContainsAny(' ', ':'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        string bare = text.Replace("std::", "", StringComparison.Ordinal);
        for (int i = 0; i < bare.Length; i++)
        {
            bool isBetweenWords = bare[i] != ' ' || (result.Length > 0 && i + 1 < bare.Length
                && IsWord(result[^1]) && IsWord(bare[i + 1]));
            if (isBetweenWords)
            {
                result.Append(bare[i]);
            }
        }

        return result.ToString().Replace("const ", "", StringComparison.Ordinal);
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static CppType Parse(string text, ref int position, int depth)
    {
        int start = position;
        position = NextBorder(text, position);
        string name = text[start..position];
        if (position < text.Length && text[position] == '<' && depth < DeepestNesting)
        {
            return ParseArguments(text, name, ref position, depth);
        }

        return new(name.TrimEnd('*'), [], name.EndsWith('*'));
    }

    private static CppType ParseArguments(string text, string name, ref int position, int depth)
    {
        var arguments = new List<CppType>();
        do
        {
            position++; // The bracket or comma.
            arguments.Add(Parse(text, ref position, depth + 1));
        }
        while (position < text.Length && text[position] == ',');
        position = Math.Min(position + 1, text.Length);
        int tail = position; // A star, or the rest of a name such as '<int>::iterator'.
        position = NextBorder(text, position);
        string rest = text[tail..position];
        bool isPointer = rest.EndsWith('*');
        string whole = $"{name}<{string.Join(',', arguments.Select(argument => argument.Text))}>{rest.TrimEnd('*')}";
        return rest is "" or "*" ? new(name, arguments, isPointer) : new(whole, [], isPointer);
    }

    // The next bracket or comma, or the end.
    private static int NextBorder(string text, int position) =>
        text.AsSpan(position).IndexOfAny('<', '>', ',') is var length and >= 0 ? position + length : text.Length;
}
