using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Tests.Formats.Root.Columns;

public class DamagedColumnsTests
{
    private static readonly CppType Node = CppType.Parse("Node");

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue + 5)]
    public void NegativeLength_IsRefused(int length)
    {
        Func<ColumnBuilder> one = () => new NumberColumn<double>();
        Assert.Throws<InvalidFileException>(() => FixedListColumn.Around(one, [length])().Read(Over(new byte[64]), 1));
        Assert.Throws<InvalidFileException>(() => one().Read(Over(new byte[64]), length));
    }

    [Fact]
    public void ManyArraysWithoutBytes_AreRefused() => Assert.Throws<InvalidFileException>(() =>
        FixedListColumn.Around(() => new NumberColumn<double>(), [1 << 30, 0])().Read(Over(new byte[64]), 1));

    [Fact]
    public void CounterOutOfAllRange_IsRefused()
    {
        var counter = new NumberColumn<ulong>();
        counter.Read(Over(0xFF, 0, 0, 0, 0, 0, 0, 0), 1);
        var counted = new CountedColumn("n", CountedForm.Bare, new NumberColumn<float>()) { Counter = counter };
        Assert.Throws<InvalidFileException>(() => counted.Read(Over(new byte[64]), 1));
    }

    [Fact]
    public void CounterThatIsNoNumber_CountsNothing()
    {
        var counter = new NumberColumn<float>();
        counter.Read(Over(0x7F, 0xC0, 0, 0), 1);
        Assert.Equal(0, counter.CountFromEnd(1));
    }

    [Fact]
    public void PointerToAnObjectReadBefore_IsRefusedAndNotTakenForNull()
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => new PointerColumn("Node", new NumberColumn<int>()).Read(Over(0, 0, 0, 90), 1));
        Assert.Contains("the object at byte 90", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondPointerToAnUnreadableClass_IsReadAsLongAsItIsNull()
    {
        ColumnBuilder column = Compiler().Member(Element("Holder", StreamerCode.AnyClass))();
        column.Read(Over(0x40, 0, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0), 1);
        Assert.Equal(2, Assert.IsType<RecordArray>(column.Build()).Members.Count);
    }

    [Fact]
    public void SecondPointerToAnUnreadableClass_WithAnObject_IsRefused()
    {
        ColumnBuilder column = Compiler().Member(Element("Holder", StreamerCode.AnyClass))();
        byte[] bytes =
        [
            0x40, 0, 0, 25, 0, 1, 0, 0, 0, 0, 0x40, 0, 0, 15, 0xFF, 0xFF, 0xFF, 0xFF,
            (byte)'N', (byte)'o', (byte)'d', (byte)'e', 0, 0x40, 0, 0, 2, 0, 1,
        ];
        Assert.Throws<InvalidFileException>(() => column.Read(Over(bytes), 1));
    }

    private static ColumnCompiler Compiler() => new(new(
    [
        new("Holder", 1, 0,
            [Element("Node*", StreamerCode.AnyPointer, "a"), Element("Node*", StreamerCode.AnyPointer, "b")]),
        new("Node", 1, 0, [Element(Node.Text, StreamerCode.Collection, "unknown")]),
    ]));

    private static StreamerElement Element(string type, int code, string name = "x") =>
        new() { Kind = "TStreamerObjectAny", Name = name, TypeName = type, Code = code };

    private static RootCursor Over(params byte[] bytes) => new(bytes, new("file.root", 100, "tree"));
}
