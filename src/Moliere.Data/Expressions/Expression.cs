using Moliere.Data.Tables;
using Sprache;

namespace Moliere.Data.Expressions;

/// <summary>
/// A formula over the columns of a table, such as <c>pt > 20 &amp;&amp; abs(eta) &lt; 2</c> or
/// <c>sum(e[abs(eta) &lt; 1])</c>: numbers, columns, <c>+ - * /</c>, comparisons, <c>&amp;&amp; || !</c>, elements of
/// lists in <c>[ ]</c>, functions of values and of lists. Parsed once, evaluated in double precision over whole
/// columns. Immutable; safe to share between threads.
/// </summary>
/// <remarks>
/// A comparison with NaN is false, also <c>!=</c>; so <c>!(x > 0)</c> is true where x is NaN. Both sides of
/// <c>&amp;&amp;</c> and <c>||</c> must be conditions: write <c>flag == 1</c>, not <c>flag</c>. Over columns that hold
/// lists everything works element by element; what is left a list is no selection and no feature.
/// </remarks>
public sealed class Expression
{
    private const int MaxLength = 4096; // The parser recurses; these two bounds keep it far from the end of its stack.
    private const int MaxDepth = 64;
    private readonly ExpressionNode _root;

    private Expression(string text, ExpressionNode root)
    {
        (Text, _root) = (text, root);
        Columns = [.. root.Columns.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>The columns it needs, in order of first appearance.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether it is true or false in each row, rather than a number.</summary>
    public bool IsCondition => _root.IsCondition;

    /// <summary>Understands a text.</summary>
    /// <param name="text">An expression of at most 4096 characters, brackets nested at most 64 deep.</param>
    /// <exception cref="ExpressionException">
    /// Not an expression, an unknown function, or a condition where a number is needed and the other way round.
    /// </exception>
    public static Expression Parse(string text)
    {
        RequireParsable(text);
        try
        {
            IResult<ExpressionNode> result = ExpressionGrammar.Whole.TryParse(text);
            return result.WasSuccessful ? new(text, result.Value) : throw SyntaxError(text, result);
        }
        catch (TypingException error)
        {
            throw new ExpressionException(text, error.Position, error.Message);
        }
    }

    /// <summary>The column it names where it is nothing else than a name; null for others.</summary>
    public string? ColumnName => (_root as ColumnNode)?.Name;

    /// <summary>Whether it has a list in each row rather than one value.</summary>
    /// <param name="isList">Whether a column, by its name, holds lists.</param>
    /// <exception cref="ExpressionException">A function or bracket for lists stands where there is none.</exception>
    public bool GivesList(Func<string, bool> isList)
    {
        try
        {
            return ExpressionShape.IsList(_root, isList);
        }
        catch (TypingException error)
        {
            throw new ExpressionException(Text, error.Position, error.Message);
        }
    }

    /// <summary>The value in each row; 1 and 0 for a condition that is true and false.</summary>
    /// <param name="table">Has the <see cref="Columns"/>.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ExpressionException">It has lists, or lists whose lengths do not go together.</exception>
    public double[] Evaluate(Table table)
    {
        RequireOneValue(table);
        var values = new double[table.RowCount];
        ForBlocks(table, (start, block) => block.Values.CopyTo(values.AsSpan(start)));
        return values;
    }

    /// <summary>The list in each row, in single precision; a value without list is a list of one.</summary>
    /// <param name="table">Has the <see cref="Columns"/>.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ExpressionException">It has lists whose lengths do not go together.</exception>
    public JaggedColumn<float> EvaluateLists(Table table)
    {
        bool hasLists = GivesListIn(table);
        var offsets = new int[table.RowCount + 1];
        var values = new List<float>(table.RowCount);
        ForBlocks(table, (start, block) =>
        {
            for (int row = 0; row < block.Rows; row++)
            {
                offsets[start + row + 1] = values.Count + (hasLists ? block.Offsets[row + 1] : row + 1);
            }

            values.AddRange(Array.ConvertAll(block.Values.ToArray(), value => (float)value));
        });
        return new(Text, "", "", offsets, [.. values]);
    }

    /// <summary>The rows in which the condition is true, ascending.</summary>
    /// <param name="table">Has the <see cref="Columns"/>.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="ExpressionException">The expression is a number or has lists.</exception>
    public int[] Select(Table table)
    {
        if (!IsCondition)
        {
            throw new ExpressionException(Text, 0, "found a number, expected a condition such as 'pt > 20'");
        }

        double[] passes = Evaluate(table);
        var rows = new int[passes.Count(value => value != 0)];
        for (int row = 0, next = 0; next < rows.Length; row++)
        {
            if (passes[row] != 0)
            {
                rows[next++] = row;
            }
        }

        return rows;
    }

    private bool GivesListIn(Table table) =>
        GivesList(name => table[name] is JaggedColumn<float> or JaggedColumn<int>);

    private void RequireOneValue(Table table)
    {
        if (GivesListIn(table))
        {
            throw new ExpressionException(Text, _root.Position, IsCondition
                ? "found a list of conditions per row, expected one; make one of it with any(...) or all(...)"
                : "found a list of numbers per row, expected one; make one of it with sum(...), max(...) or [0]");
        }
    }

    private void ForBlocks(Table table, Action<int, ValueBlock> use)
    {
        var evaluator = new BlockEvaluator(table, Columns);
        try
        {
            for (int start = 0; start < table.RowCount; start += BlockEvaluator.BlockSize)
            {
                int count = Math.Min(BlockEvaluator.BlockSize, table.RowCount - start);
                use(start, evaluator.Evaluate(_root, start, count));
            }
        }
        catch (RowException error)
        {
            throw new ExpressionException(Text, error.Position, error.Message, error.Row);
        }
    }

    private static void RequireParsable(string text)
    {
        if (text.Length > MaxLength)
        {
            string problem = $"found {text.Length} characters, expected at most {MaxLength}";
            throw new ExpressionException(text[..40] + "...", 0, problem);
        }

        int depth = 0;
        bool isName = false;
        for (int i = 0; i < text.Length; i++)
        {
            isName ^= text[i] == '`';
            depth += isName ? 0 : text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth > MaxDepth)
            {
                throw new ExpressionException(
                    text, i + 1, $"found brackets nested deeper than {MaxDepth}, expected fewer");
            }
        }
    }

    private static ExpressionException SyntaxError(string text, IResult<ExpressionNode> result)
    {
        int position = result.Remainder.Position;
        string found = position < text.Length ? $"'{text[position]}'" : "the end";
        string[] expected = [.. result.Expectations.Distinct()];
        string wanted = expected.Length == 0 ? "an operator or the end" : string.Join(", ", expected);
        return new(text, position + 1, $"found {found}, expected {wanted}");
    }
}
