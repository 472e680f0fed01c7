using System.Buffers.Text;
using System.Text;

namespace Moliere.Formats.Bytes;

/// <summary>Walks through the blank-separated fields of a line and converts them; errors name field and line.</summary>
/// <param name="line">The line without its end.</param>
/// <param name="source">Where the line comes from, for error messages.</param>
/// <param name="inside">What is being read, such as "event 3 > particle 7"; asked for only in an error.</param>
internal ref struct FieldReader(ReadOnlySpan<byte> line, LineReader source, Func<string> inside)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The next field, or an empty one at the end of the line.</summary>
    public ReadOnlySpan<byte> Next()
    {
        int start = 0;
        while (start < _rest.Length && _rest[start] == ' ')
        {
            start++;
        }

        _rest = _rest[start..];
        int length = _rest.IndexOf((byte)' ');
        ReadOnlySpan<byte> field = length < 0 ? _rest : _rest[..length];
        _rest = _rest[field.Length..];
        return field;
    }

    public void Skip(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Next();
        }
    }

    public int NextInt(string name)
    {
        ReadOnlySpan<byte> field = Next();
        return Utf8Parser.TryParse(field, out int value, out int used) && used == field.Length
            ? value
            : throw Wrong(name, field, "a whole number");
    }

    /// <summary>A count that sizes a list: not negative.</summary>
    public int NextCount(string name)
    {
        ReadOnlySpan<byte> field = Next();
        return Utf8Parser.TryParse(field, out int value, out int used) && used == field.Length && value >= 0
            ? value
            : throw Wrong(name, field, "a count of 0 or more");
    }

    public double NextFinite(string name)
    {
        ReadOnlySpan<byte> field = Next();
        return Utf8Parser.TryParse(field, out double value, out int used)
            && used == field.Length && double.IsFinite(value)
            ? value
            : throw Wrong(name, field, "a finite number");
    }

    public readonly InvalidFileException Wrong(string name, ReadOnlySpan<byte> field, string expected)
    {
        string found = field.Length == 0
            ? "the end of the line"
            : $"'{Encoding.UTF8.GetString(field[..Math.Min(field.Length, 40)])}'";
        string remedy = source.EndedWithNewline ? "" : "the file is truncated";
        return new(source.Place(inside()), $"{found} as {name}", expected, remedy);
    }
}
