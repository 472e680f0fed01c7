using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Columns;

/// <summary>Objects behind the name of their class, as leaves of objects are written.</summary>
/// <param name="className">The class that the columns are made for.</param>
/// <param name="content">Takes the objects.</param>
internal sealed class NamedObjectColumn(string className, ColumnBuilder content) : ColumnBuilder
{
    public override void Read(RootCursor cursor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int length = cursor.Byte("the length of a class name");
            int end = cursor.Position + length + 1;
            string name = cursor.ZeroEnded("a class name");
            if (name != className || cursor.Position != end)
            {
                throw cursor.Wrong($"an object of class '{name}'", $"class '{className}'");
            }

            content.Read(cursor, 1);
        }
    }

    public override RootArray Build() => content.Build();
}
