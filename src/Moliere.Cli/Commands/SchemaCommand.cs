using System.CommandLine;
using Moliere.Cli.Recipes;

namespace Moliere.Cli.Commands;

/// <summary><c>schema</c>: the JSON schema of a recipe.</summary>
internal static class SchemaCommand
{
    /// <summary>The verb.</summary>
    /// <param name="console">Where the schema is printed.</param>
    public static Command Create(ShellConsole console)
    {
        Argument<string> name = InitCommand.NameArgument();
        name.DefaultValueFactory = _ => ShippedRecipe.All[0].Name;
        var command = new VerbCommand("schema", "Prints the JSON schema of a recipe, for editors and checkers.")
        {
            Examples = [("schema clusters > clusters.schema.json", "for an editor that checks YAML against a schema")],
        };
        command.Add(name);
        command.SetAction(parsed =>
        {
            ShippedRecipe recipe = ShippedRecipe.Find(parsed.GetRequiredValue(name))!;
            console.Out.Write(RecipeSchema.Write(recipe.Name, recipe.Type, DocText.OfProgram()));
        });
        return command;
    }
}
