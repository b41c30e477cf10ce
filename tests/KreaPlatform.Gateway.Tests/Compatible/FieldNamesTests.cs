using FsCheck.Xunit;
using KreaPlatform.Gateway.Compatible;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class FieldNamesTests
{
    private static readonly FieldNames Names = new(
        ("references/*/image", "image_style_references/*/url"), ("references", "image_style_references"), ("image", "image_url"), ("output/format", "output_format"));

    [Theory]
    [InlineData("/references/3/image", "image_style_references[3].url")]
    [InlineData("/references/3", "image_style_references[3]")]
    [InlineData("/references", "image_style_references")]
    [InlineData("/image", "image_url")]
    [InlineData("/output/format", "output_format")]
    [InlineData("/output/quality", "output.quality")]
    [InlineData("/styles/0/strength", "styles[0].strength")]
    [InlineData("/a~1b", "a/b")]
    [InlineData("", "")]
    public void An_error_names_the_field_that_its_caller_wrote(string pointer, string name) => Assert.Equal(name, Names.Of(pointer));

    [Property]
    public bool Any_pointer_has_a_name(string? pointer) => Names.Of(pointer ?? "") is not null;
}
