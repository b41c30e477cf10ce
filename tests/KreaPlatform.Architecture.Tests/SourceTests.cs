using System.Text.RegularExpressions;

namespace KreaPlatform.Architecture.Tests;

/// <summary>The shape of the sources.</summary>
public sealed partial class SourceTests
{
    private const int LargestFile = 20_000;

    [Fact]
    public void No_source_file_is_above_20_kB()
    {
        var large = Repository.Files("*.cs", "services", "deploy", "tools", "tests").Where(file => new FileInfo(Path.Combine(Repository.Root, file)).Length > LargestFile);
        Assert.Empty(large);
    }

    [Fact]
    public void A_file_has_one_public_type()
    {
        var crowded = Repository.Files("*.cs", "services", "deploy", "tools").Where(file => PublicType().Count(Repository.Read(file)) > 1);
        Assert.Empty(crowded);
    }

    [Fact]
    public void Folders_are_named_by_concern()
    {
        var vague = Repository.Files("*.cs", "services", "deploy", "tools", "tests")
            .Where(file => file.Split('/').Any(part => part is "Managers" or "Helpers" or "Utils" or "Utilities" or "Common" or "Misc"));
        Assert.Empty(vague);
    }

    [Fact]
    public void The_host_s_program_is_a_table_of_contents()
    {
        Assert.All(Repository.Files("Program.cs", "services", "deploy"), file => Assert.InRange(Repository.Read(file).Length, 1, 2_000));
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly|unsafe|ref) )*(?:class|record|struct|interface|enum|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
