using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>A tree that goes with another, entry by entry.</summary>
/// <param name="Tree">Name of the tree.</param>
/// <param name="File">Path of its file as it was when they were joined; empty for the same file.</param>
/// <param name="Alias">Name by which its branches are told apart; equal to the tree's name without one.</param>
internal sealed record TreeFriend(string Tree, string File, string Alias)
{
    /// <summary>The friends that a tree's record names.</summary>
    public static IReadOnlyList<TreeFriend> Of(RootObject tree) =>
        [.. tree.List("fFriends").OfType<RootObject>().Select(ToFriend)];

    private static TreeFriend ToFriend(RootObject friend)
    {
        string tree = friend.Text("fTreeName"), alias = friend.Text("fName");
        return new(tree.Length > 0 ? tree : alias, friend.Text("fTitle"), alias);
    }
}
