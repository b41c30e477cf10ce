using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace KreaPlatform.Standalone.CommandLine;

/// <summary>Kinds of options, each with its check; a mistake is answered in one sentence.</summary>
internal static class OptionKinds
{
    /// <summary>A number.</summary>
    public static Option<T?> Numeric<T>(string name, string description, params string[] aliases) where T : struct, INumber<T> => new(name, aliases)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)) return value;
            result.AddError($"{name} takes a {(typeof(T) == typeof(double) ? "number" : "whole number")}; '{text}' is not one.");
            return null;
        },
    };

    /// <summary>A text.</summary>
    public static Option<string?> Text(string name, string description, string placeholder) => new(name) { Description = description, HelpName = placeholder };

    /// <summary>A TCP port, or 0.</summary>
    public static Option<int?> Port(string name, string description)
    {
        var option = Numeric<int>(name, description);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var port) && port is < 0 or > 65535)
                result.AddError($"{name} must be from 0 to 65535 (0 takes a free port); {port} is not.");
        });
        return option;
    }

    /// <summary>A file that is there, or an address.</summary>
    public static Option<string?> Picture(string name, string description)
    {
        var option = Text(name, description, "FILE");
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!WeightedName.IsAddress(token.Value) && !File.Exists(token.Value)) result.AddError($"{name}: there is no file '{token.Value}'.");
        });
        return option;
    }

    /// <summary>Names with a number behind a colon, as often as it is given.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">For the help.</param>
    /// <param name="placeholder">What stands for the value in the help.</param>
    /// <param name="missing">Says what is wrong with a name, or null.</param>
    public static Option<WeightedName[]> Weighted(string name, string description, string placeholder, Func<string, string?> missing) => new(name)
    {
        Description = description,
        HelpName = placeholder,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            var names = result.Tokens.Select(token => WeightedName.Parse(token.Value)).ToArray();
            foreach (var complaint in names.Select(n => missing(n.Name)).OfType<string>()) result.AddError($"{name}: {complaint}.");
            return names;
        },
    };
}
