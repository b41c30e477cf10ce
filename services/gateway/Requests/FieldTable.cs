using System.Text.Json;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>The members that an object of the body may have. Reading is strict: unknown names and duplicates are errors; <c>null</c> means "not given".</summary>
/// <typeparam name="T">What the object is read into.</typeparam>
public sealed class FieldTable<T>(params IReadOnlyList<Field<T>> fields)
{
    private readonly Dictionary<string, Field<T>> _byName = fields.ToDictionary(f => f.Name);

    /// <summary>The names, in the order of the documentation.</summary>
    public IReadOnlyList<string> Names { get; } = [.. fields.Select(f => f.Name)];

    /// <summary>Reads every member of an object and returns the names that were given a value.</summary>
    public HashSet<string> Read(JsonElement value, string pointer, T target, ErrorList errors)
    {
        HashSet<string> given = [], seen = [];
        foreach (var member in value.EnumerateObject())
        {
            if (!JsonValues.TryName(member, pointer, errors, out var name)) continue;
            var at = JsonPointer.Child(pointer, name);
            if (!seen.Add(name))
                errors.Add(at, FieldErrorCode.DuplicateField, $"{JsonPointer.Quote(name)} is given more than once");
            else if (!_byName.TryGetValue(name, out var field))
                errors.Add(at, FieldErrorCode.UnknownField, $"{JsonPointer.Quote(name)} is not a field here{Suggestion(name)}");
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                given.Add(name);
                field.Read(member.Value, at, target, errors);
            }
        }
        (target as Draft)?.Given.UnionWith(given);
        return given;
    }

    /// <summary>Reads a whole body, which must be an object.</summary>
    public HashSet<string> ReadBody(JsonElement body, T target, ErrorList errors)
    {
        if (body.ValueKind == JsonValueKind.Object) return Read(body, "", target, errors);
        JsonValues.WrongType(body, "", "an object", errors);
        return [];
    }

    private string Suggestion(string name)
    {
        var nearest = NearestName.Find(name, fields.SelectMany(f => f.AlsoCalled.Prepend(f.Name).Select(called => (called, f.Name))));
        return nearest is null ? Names.Count == 0 ? "; there are none" : $"; known are {string.Join(", ", Names)}" : $"; did you mean '{nearest}'?";
    }
}
