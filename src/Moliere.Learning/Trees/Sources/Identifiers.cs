using System.Globalization;
using System.Text;

namespace Moliere.Learning.Trees.Sources;

/// <summary>Names that are identifiers in C++ and C#, and texts that are literals.</summary>
internal static class Identifiers
{
    // Keywords of either language, members of every class of C#, and macros of the headers that are included.
    private static readonly HashSet<string> s_reserved = [.. """
        abstract alignas alignof and and_eq as asm auto base bitand bitor bool break byte case catch char char16_t
        char32_t char8_t checked class compl concept const const_cast consteval constexpr constinit continue co_await
        co_return co_yield decimal decltype default delegate delete do double dynamic_cast else enum event explicit
        export extern false finally fixed float for foreach friend goto if implicit in inline int interface internal is
        lock long mutable namespace new noexcept not not_eq null nullptr object operator or or_eq out override params
        private protected public readonly ref register reinterpret_cast requires return sbyte sealed short signed sizeof
        stackalloc static static_assert static_cast string struct switch template this thread_local throw true try
        typedef typeid typename typeof uint ulong unchecked union unix unsafe unsigned ushort using virtual void
        volatile wchar_t while xor xor_eq linux
        Equals ReferenceEquals GetHashCode GetType ToString MemberwiseClone Finalize Feature
        NAN INFINITY EOF NULL HUGE_VAL std main
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>
    /// An identifier for each name: signs that none may have become _; where that, a reserved word or an empty name
    /// leaves none of its own, the position follows.
    /// </summary>
    public static string[] Of(IReadOnlyList<string> names)
    {
        string[] plain = [.. names.Select(Plain)];
        var used = plain.GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(plain, StringComparer.Ordinal);
        for (int i = 0; i < plain.Length; i++)
        {
            bool isClear = !s_reserved.Contains(plain[i]) && !used.Contains(plain[i]);
            for (string stem = plain[i]; !isClear; isClear = taken.Add(plain[i]))
            {
                plain[i] = stem = string.Create(CultureInfo.InvariantCulture, $"{stem}_{i}");
            }
        }

        return plain;
    }

    /// <summary>The text with everything but printable ASCII replaced: nothing can end a comment.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Select(sign => sign is >= ' ' and <= '~' and not '\\' ? sign : '?'));

    /// <summary>A string literal in C# and Python.</summary>
    public static string Literal(string text) => Quote(text.Select(sign =>
        IsPlain(sign) ? $"{sign}" : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}")));

    /// <summary>A string literal in C++: UTF-8, other bytes in octal, which has a fixed length.</summary>
    public static string ByteLiteral(string text) => Quote(Encoding.UTF8.GetBytes(text).Select(sign =>
        IsPlain((char)sign) ? $"{(char)sign}" : $"\\{Convert.ToString(sign, 8).PadLeft(3, '0')}"));

    private static string Quote(IEnumerable<string> signs) => $"\"{string.Concat(signs)}\"";

    private static bool IsPlain(char sign) => sign is >= ' ' and <= '~' and not '"' and not '\\' and not '?';

    // No digit first, and no two underscores together or at the start, which C++ reserves.
    private static string Plain(string name)
    {
        string[] parts = string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_'))
            .Split('_', StringSplitOptions.RemoveEmptyEntries);
        string joined = string.Join('_', parts);
        return joined.Length == 0 || char.IsAsciiDigit(joined[0]) ? $"x{joined}" : joined;
    }
}
