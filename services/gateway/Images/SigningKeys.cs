using System.Security.Cryptography;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Images;

/// <summary>Secrets from configuration, else from a file of this installation, else made up for this run (links then die with the process).</summary>
internal sealed partial class SigningKeys : ISigningKeys
{
    private const int KeyBytes = 32;

    public SigningKeys(IOptions<EdgeOptions> options, ILogger<SigningKeys> log)
    {
        var edge = options.Value;
        if (edge.UrlKeys.Length > 0) Keys = [.. edge.UrlKeys.Select((text, i) => Decode(text, $"{EdgeOptions.Section}:UrlKeys:{i}"))];
        else if (edge.UrlKeyFile is { Length: > 0 } file) Keys = [FromFile(file)];
        else
        {
            Keys = [RandomNumberGenerator.GetBytes(KeyBytes)];
            Ephemeral(log);
        }
    }

    public IReadOnlyList<byte[]> Keys { get; }

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            // Written aside and moved, so that nobody reads half a key; the first of two processes wins.
            var draft = $"{file}.{Guid.NewGuid():n}";
            using (var stream = new FileStream(draft, Secret()))
                stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }
        return Decode(File.ReadAllText(file).Trim(), file);
    }

    private static FileStreamOptions Secret()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static byte[] Decode(string text, string source)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < KeyBytes)
            throw new InvalidOperationException($"{source} must be base64 of at least {KeyBytes} bytes.");
        return bytes[..length];
    }

    [LoggerMessage(LogLevel.Warning, "Image links are signed with a secret of this run only: set Edge:UrlKeys or Edge:UrlKeyFile to keep them valid")]
    private static partial void Ephemeral(ILogger log);
}
