namespace Moliere.Learning.Trees.Exchange;

/// <summary>
/// XGBoost writes NaN and infinities as bare words, which JSON does not know: they are put into quotes.
/// </summary>
internal static class BareNumbers
{
    private static readonly byte[][] s_words = ["NaN"u8.ToArray(), "Infinity"u8.ToArray(), "-Infinity"u8.ToArray()];

    /// <summary>The same text with quotes around such words outside of strings; itself where there are none.</summary>
    public static byte[] Quote(byte[] json)
    {
        var quoted = new MemoryStream(json.Length);
        bool isText = false, isChanged = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (!isText && WordAt(json.AsSpan(i)) is { } word)
            {
                quoted.Write([(byte)'"', .. word, (byte)'"']);
                i += word.Length - 1;
                isChanged = true;
                continue;
            }

            quoted.WriteByte(json[i]);
            isText ^= json[i] == '"';
            if (isText && json[i] == '\\' && i + 1 < json.Length)
            {
                quoted.WriteByte(json[++i]);
            }
        }

        return isChanged ? quoted.ToArray() : json;
    }

    private static byte[]? WordAt(ReadOnlySpan<byte> rest)
    {
        if (rest[0] is (byte)'N' or (byte)'I' or (byte)'-')
        {
            foreach (byte[] word in s_words)
            {
                if (rest.StartsWith(word))
                {
                    return word;
                }
            }
        }

        return null;
    }
}
