using System.Text.Json;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Tests.Golden;

/// <summary>One traced generation: what was asked for, and every tensor of the reference.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement request;
    private readonly string bundle;

    public GoldenCase(string name)
    {
        string[] parts = name.Split('/');
        string folder = Path.Combine(GoldenFolder.Path, parts[0]), file = Path.Combine(folder, "cases", parts[1]);
        request = JsonDocument.Parse(File.ReadAllBytes(file + ".json")).RootElement;
        Tensors = new Safetensors(file + ".safetensors");
        // A folder without a bundle of its own was traced from the model that ships.
        string own = Path.Combine(folder, "bundle");
        bundle = Directory.Exists(own) ? own : RepositoryPaths.Nano;
    }

    public Krea2Pipeline Pipeline => Pipelines.Of(bundle);

    public Safetensors Tensors { get; }

    public string Prompt => request.GetProperty("prompt").GetString()!;

    public string? Negative => request.GetProperty("negative_prompt").GetString();

    public int Steps => request.GetProperty("steps").GetInt32();

    public int Width => request.GetProperty("width").GetInt32();

    public int Height => request.GetProperty("height").GetInt32();

    /// <summary>Measured shares, of the references and then the aesthetic.</summary>
    public double[] Measured => [.. References.Select(r => r.GetProperty("measured").GetDouble()), .. Aesthetic.Select(a => a.GetProperty("measured").GetDouble())];

    public double[][]? Gram =>
        request.TryGetProperty("gram", out var gram) ? [.. gram.EnumerateArray().Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray())] : null;

    private JsonElement[] References => request.TryGetProperty("references", out var references) ? [.. references.EnumerateArray()] : [];

    private JsonElement[] Aesthetic => request.TryGetProperty("aesthetic", out var aesthetic) && aesthetic.ValueKind == JsonValueKind.Object ? [aesthetic] : [];

    public GenerationInput Input => new()
    {
        Prompts = [Prompt],
        Seeds = [0],
        NegativePrompt = Negative,
        Width = Width,
        Height = Height,
        Steps = Steps,
        Guidance = request.GetProperty("guidance").GetSingle(),
        Sources = [.. References.Select(Reference), .. Aesthetic.Select(Board)],
        Noise = [Tensors.Floats("noise")],
    };

    /// <summary>A tensor of pixels in [-1, 1] as a picture.</summary>
    public PixelImage Image(string tensor)
    {
        int[] shape = Tensors.Shape(tensor);
        return new PixelImage(shape[3], shape[2], [.. Tensors.Floats(tensor).Select(p => (p + 1) / 2)]);
    }

    private StyleSource Reference(JsonElement reference, int index) =>
        StyleSource.Reference($"reference {index}", Image(reference.GetProperty("tensor").GetString()!), reference.GetProperty("influence").GetSingle());

    private StyleSource Board(JsonElement aesthetic) => new()
    {
        Id = "aesthetic",
        Kind = SourceKind.Moodboard,
        Influence = aesthetic.GetProperty("strength").GetSingle(),
        Representatives =
        [
            .. aesthetic.GetProperty("representatives").EnumerateArray()
                .Select(r => new Representative(Image(r.GetProperty("tensor").GetString()!), r.GetProperty("weight").GetSingle())),
        ],
    };
}
