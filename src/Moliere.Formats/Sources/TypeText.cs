using System.Text.RegularExpressions;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Sources;

/// <summary>
/// What a type in C++ words says about a column; types that say too little are left to a look at a row.
/// </summary>
internal static partial class TypeText
{
    private static readonly HashSet<string> s_reals =
    [
        "float", "double", "float16_t", "double32_t", "float_t", "double_t", "half", "long double", "real32", "real64",
    ];

    // Those that fit in the 32-bit numbers of a list; the others become real numbers there.
    private static readonly HashSet<string> s_small =
    [
        "bool", "bool_t", "char", "char_t", "signed char", "unsigned char", "uchar_t", "short", "short_t",
        "unsigned short", "ushort_t", "int", "int_t", "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "byte",
        "std::byte", "bit",
    ];

    private static readonly HashSet<string> s_large =
    [
        "unsigned int", "unsigned", "uint_t", "uint32_t", "long", "unsigned long", "long64_t", "ulong64_t", "long_t",
        "ulong_t", "int64_t", "uint64_t", "long long", "unsigned long long", "size_t",
    ];

    /// <summary>The kind of column; null where the type does not decide it.</summary>
    public static ColumnKind? KindOf(string type)
    {
        string text = Plain(type);
        if (Cardinality().IsMatch(text))
        {
            return ColumnKind.Long;
        }

        Match array = Brackets().Match(text), container = Container().Match(text);
        if (array.Success == container.Success)
        {
            return array.Success ? null
                : s_reals.Contains(text) ? ColumnKind.Float
                : s_small.Contains(text) || s_large.Contains(text) ? ColumnKind.Long
                : null;
        }

        string item = array.Success ? array.Groups["item"].Value : container.Groups["item"].Value;
        return ListOf(item.Trim());
    }

    /// <summary>Why a type can be no column, without looking at its values; null where it might be one.</summary>
    public static string? GapOf(string type)
    {
        string text = Plain(type);
        return Texts().IsMatch(text) ? $"holds texts ({type})"
            : Nested().IsMatch(text) ? $"holds lists inside lists ({type})"
            : Maps().IsMatch(text) ? $"holds pairs ({type})"
            : null;
    }

    private static ColumnKind? ListOf(string item) =>
        s_reals.Contains(item) || s_large.Contains(item) ? ColumnKind.FloatList
        : s_small.Contains(item) ? ColumnKind.IntList
        : null;

    private static string Plain(string type) => Blanks().Replace(type.Trim(), " ")
        .Replace("std::", "", StringComparison.Ordinal).Replace("const ", "", StringComparison.Ordinal)
        .ToLowerInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<item>[^\[\]<>]+)\[[^\[\]]*\]$")]
    private static partial Regex Brackets();

    // A second argument is an allocator, a comparison, or the length of an array.
    [GeneratedRegex(
        @"^(root::(vecops::)?)?(vector|rvec|list|deque|forward_list|set|multiset|unordered_set|array|initializer_list)"
        + @" ?< ?(?<item>[^<>,]+?) ?(,.*)?>$")]
    private static partial Regex Container();

    [GeneratedRegex(@"^(root::)?rntuplecardinality<")]
    private static partial Regex Cardinality();

    [GeneratedRegex(@"string|char ?\*|^tobjstring$")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(vector|rvec|list|deque|set|array) ?<.*(vector|rvec|list|deque|set|array) ?<|\].*\[|> ?\[")]
    private static partial Regex Nested();

    [GeneratedRegex(@"^(unordered_)?(multi)?map ?<")]
    private static partial Regex Maps();
}
