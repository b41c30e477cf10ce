using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Reads JSON values into plain ones, or says what was expected and what came.</summary>
public static class JsonValues
{
    /// <summary>A field that is a text.</summary>
    public static Field<T> Text<T>(string name, Action<T, string> set, params string[] alsoCalled) => new(name, (value, at, target, errors) =>
    {
        if (TryText(value, at, errors, out var text)) set(target, text);
    }, alsoCalled);

    /// <summary>A field that is an integer, by value (<see cref="JsonInteger"/>).</summary>
    public static Field<T> Integer<T>(string name, Action<T, long> set, params string[] alsoCalled) => new(name, (value, at, target, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Number) WrongType(value, at, "an integer", errors);
        else if (JsonInteger.TryRead(JsonMarshal.GetRawUtf8Value(value), out var number)) set(target, number);
        else errors.Add(at, FieldErrorCode.WrongType, "must be an integer, and has a fraction");
    }, alsoCalled);

    /// <summary>A field that is a number; beyond the range of a double it becomes infinite, which its range then refuses.</summary>
    public static Field<T> Number<T>(string name, Action<T, double> set, params string[] alsoCalled) => new(name, (value, at, target, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Number) WrongType(value, at, "a number", errors);
        else set(target, value.TryGetDouble(out var number) ? number : double.PositiveInfinity);
    }, alsoCalled);

    /// <summary>A field that is <c>true</c> or <c>false</c>.</summary>
    public static Field<T> Flag<T>(string name, Action<T, bool> set, params string[] alsoCalled) => new(name, (value, at, target, errors) =>
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) set(target, value.GetBoolean());
        else WrongType(value, at, "true or false", errors);
    }, alsoCalled);

    /// <summary>A field that is an object with fields of its own.</summary>
    public static Field<T> Object<T, TInner>(string name, FieldTable<TInner> fields, Action<T, TInner> set, params string[] alsoCalled) where TInner : new() =>
        new(name, (value, at, target, errors) =>
        {
            if (value.ValueKind != JsonValueKind.Object) { WrongType(value, at, "an object", errors); return; }
            var inner = new TInner();
            fields.Read(value, at, inner, errors);
            set(target, inner);
        }, alsoCalled);

    /// <summary>A field that is an array of texts; one that could not be read is null, so that the others keep their places.</summary>
    public static Field<T> Texts<T>(string name, Action<T, IReadOnlyList<string?>> set, params string[] alsoCalled) => Array<T, string?>(name,
        (value, at, errors) => TryText(value, at, errors, out var text) ? text : null, set, alsoCalled);

    /// <summary>A field that is an array of numbers; one that could not be read is null, so that the others keep their places.</summary>
    public static Field<T> Numbers<T>(string name, Action<T, IReadOnlyList<double?>> set, params string[] alsoCalled) => Array<T, double?>(name, (value, at, errors) =>
    {
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetDouble(out var number) ? number : double.PositiveInfinity;
        WrongType(value, at, "a number", errors);
        return null;
    }, set, alsoCalled);

    /// <summary>A field that is an array of objects with fields of their own; one that could not be read is null, so that the others keep their places.</summary>
    public static Field<T> List<T, TInner>(string name, FieldTable<TInner> fields, Action<T, IReadOnlyList<TInner?>> set, params string[] alsoCalled)
        where TInner : Draft, new() => Array<T, TInner?>(name, (value, at, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(value, at, "an object", errors);
            return null;
        }
        var inner = new TInner();
        inner.Given.UnionWith(fields.Read(value, at, inner, errors));
        return inner;
    }, set, alsoCalled);

    private static Field<T> Array<T, TItem>(string name, Func<JsonElement, string, ErrorList, TItem> read, Action<T, IReadOnlyList<TItem>> set, string[] alsoCalled) =>
        new(name, (value, at, target, errors) =>
        {
            if (value.ValueKind != JsonValueKind.Array) { WrongType(value, at, "an array", errors); return; }
            var items = new List<TItem>();
            foreach (var item in value.EnumerateArray()) items.Add(read(item, JsonPointer.Child(at, items.Count), errors));
            set(target, items);
        }, alsoCalled);

    /// <summary>A field that is an object of free names and texts.</summary>
    public static Field<T> Pairs<T>(string name, Action<T, IReadOnlyDictionary<string, string>> set, params string[] alsoCalled) =>
        new(name, (value, at, target, errors) =>
        {
            if (value.ValueKind != JsonValueKind.Object) { WrongType(value, at, "an object", errors); return; }
            var pairs = new Dictionary<string, string>();
            foreach (var member in value.EnumerateObject())
            {
                if (!TryName(member, at, errors, out var key)) continue;
                var here = JsonPointer.Child(at, key);
                if (!TryText(member.Value, here, errors, out var text)) continue;
                if (!pairs.TryAdd(key, text)) errors.Add(here, FieldErrorCode.DuplicateField, $"{JsonPointer.Quote(key)} is given more than once");
            }
            set(target, pairs);
        }, alsoCalled);

    /// <summary>The name of a member; false, with an error at the object, when it has lone surrogates and so is no text.</summary>
    public static bool TryName(JsonProperty member, string parent, ErrorList errors, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            errors.Add(parent, FieldErrorCode.InvalidCharacters, "has a member whose name contains a lone surrogate");
            return false;
        }
    }

    /// <summary>Adds the error of a value of another type than expected.</summary>
    public static void WrongType(JsonElement value, string pointer, string expected, ErrorList errors) =>
        errors.Add(pointer, FieldErrorCode.WrongType, $"must be {expected}, and is {Describe(value.ValueKind)}");

    private static bool TryText(JsonElement value, string at, ErrorList errors, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            WrongType(value, at, "a string", errors);
            return false;
        }
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            errors.Add(at, FieldErrorCode.InvalidCharacters, "contains a lone surrogate (an escape \\uD800 to \\uDFFF without its other half)");
            return false;
        }
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
