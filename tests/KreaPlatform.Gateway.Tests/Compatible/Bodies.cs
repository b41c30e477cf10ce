using FsCheck;
using FsCheck.Fluent;

namespace KreaPlatform.Gateway.Tests.Compatible;

/// <summary>Objects with the given names and whatever values.</summary>
internal static class Bodies
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "7.5", "1e999", "9007199254740993", "\"\"", "\"a\"", "\"\\ud800\"", "\"auto\"", "\"1024x1024\"", "\"1024x\"",
        "\"1:1\"", "\"1K\"", "\"high\"", "\"png\"", "\"url\"", "[]", "[1]", "[null]", "[{}]", "{}", "[{\"url\":\"x\",\"strength\":1}]", "[{\"id\":\"x\",\"strength\":null}]",
        "[{\"image_url\":\"data:,\"}]", "{\"file_id\":\"ast_1\"}", "[{\"image_url\":1,\"file_id\":2}]", "[[[[]]]]", "{\"a\":{\"b\":[{}]}}",
    ];

    public static Arbitrary<string> Of(IEnumerable<string> names) =>
        (from members in Gen.ListOf(
            from name in Gen.Elements(names.Append("promt").Append("").ToArray())
            from value in Gen.Elements(Values)
            select $"\"{name}\":{value}")
         select "{" + string.Join(",", members) + "}").ToArbitrary();
}
