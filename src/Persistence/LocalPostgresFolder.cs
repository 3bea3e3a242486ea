using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DiGiBachat.Persistence;

/// <summary>The folder of a private cluster: the cluster itself, its socket, its log, its password, and whose they are.</summary>
internal sealed class LocalPostgresFolder(string root)
{
    /// <summary>What the kernel takes for the path of a socket, the file's own name included.</summary>
    public const int LongestSocketPath = 107;
    private const string ServerUser = "postgres";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    public string Root { get; } = Path.GetFullPath(root);
    public string Cluster => Path.Combine(Root, "cluster");
    public string UnfinishedCluster => Path.Combine(Root, "cluster.new");
    public string PidFile => Path.Combine(Cluster, "postmaster.pid");
    public string Log => Path.Combine(Root, "server.log");
    public string PasswordFile => Path.Combine(Root, "password");
    public string LockFile => Path.Combine(Root, "starting.lock");
    public string SocketFolder => Path.Combine(Root, "socket");

    /// <summary>False: the path is too long for a socket, and TCP on 127.0.0.1 is the only way in.</summary>
    public bool HasSocket =>
        Encoding.UTF8.GetByteCount(SocketFolder) + "/.s.PGSQL.65535".Length <= LongestSocketPath;

    /// <summary>The major version that made the cluster; null when there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Cluster, "PG_VERSION");
            return File.Exists(file)
                ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture)
                : null;
        }
    }

    /// <summary>As whom the server runs: null is ourselves; root takes the folder's owner, which is <c>postgres</c> at first.</summary>
    public string? User { get; private set; }

    public async Task MakeAsync()
    {
        var hasCluster = Directory.Exists(Cluster);
        try
        {
            Directory.CreateDirectory(Root);
            EnsureOurs();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw LocalPostgresProblem.NotWritable(Root, e);
        }

        if (Environment.IsPrivilegedProcess)
        {
            User = hasCluster ? await OwnerAsync() : ServerUser;
            await EnsureEnterableAsync(User);
        }

        if (!hasCluster)
        {
            await GiveToServerAsync(Root);
            Close(Root, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The folder changes hands and is closed to others, so it must not be one that holds anything else.</summary>
    private void EnsureOurs()
    {
        var ours = new[] { Cluster, UnfinishedCluster, Log, PasswordFile, SocketFolder, LockFile };
        if (Directory.EnumerateFileSystemEntries(Root).Except(ours).FirstOrDefault() is { } other)
        {
            throw LocalPostgresProblem.NotEmpty(Root, other);
        }
    }

    /// <summary>One start at a time, over all processes of the machine.</summary>
    public async Task<IDisposable> LockAsync(TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += LookAgain)
        {
            try
            {
                return new FileStream(
                    LockFile,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (UnauthorizedAccessException e)
            {
                throw LocalPostgresProblem.NotWritable(Root, e);
            }
            catch (IOException) when (File.Exists(LockFile))
            {
                await Task.Delay(LookAgain, cancellation);
            }
        }

        throw LocalPostgresProblem.Locked(Root);
    }

    /// <summary>Writes a file of the server's own and gives it to the user the server runs as.</summary>
    public async Task WriteAsync(string path, string content)
    {
        await File.WriteAllTextAsync(path, content);
        Close(path, OwnerOnly);
        await GiveToServerAsync(path);
    }

    public async Task MakeSocketFolderAsync()
    {
        Directory.CreateDirectory(SocketFolder);
        await GiveToServerAsync(SocketFolder);
    }

    /// <summary>The password of both roles over TCP, made once.</summary>
    public async Task<string> PasswordAsync()
    {
        if (!File.Exists(PasswordFile))
        {
            await WriteAsync(
                PasswordFile,
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))
            );
        }

        return (await File.ReadAllTextAsync(PasswordFile)).Trim();
    }

    private static void Close(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private async Task GiveToServerAsync(string path)
    {
        if (User is null)
        {
            return;
        }

        var (code, output) = await LocalPostgresPrograms.RunProgramAsync(
            null,
            "chown",
            $"{User}:",
            path
        );
        if (code != 0)
        {
            throw LocalPostgresProblem.ProgramFailed("chown", output);
        }
    }

    private async Task<string> OwnerAsync()
    {
        var (_, owner) = await LocalPostgresPrograms.RunProgramAsync(
            null,
            "stat",
            "-c",
            "%U",
            Cluster
        );
        return owner.Trim() == "root" ? throw LocalPostgresProblem.OwnedByRoot(Root) : owner.Trim();
    }

    /// <summary>PostgreSQL itself says only "could not access directory"; people need to know which of the folders above it is shut.</summary>
    private async Task EnsureEnterableAsync(string user)
    {
        var (known, _) = await LocalPostgresPrograms.RunProgramAsync(null, "id", "-u", user);
        if (known != 0)
        {
            throw LocalPostgresProblem.NoSuchUser(user);
        }

        var above = new List<string>();
        for (var folder = Directory.GetParent(Root); folder is not null; folder = folder.Parent)
        {
            above.Insert(0, folder.FullName);
        }

        const string firstShut =
            "for folder do [ -x \"$folder\" ] || { printf %s \"$folder\"; exit 1; }; done";
        var (code, shut) = await LocalPostgresPrograms.RunProgramAsync(
            user,
            "/bin/sh",
            ["-c", firstShut, "sh", .. above]
        );
        if (code != 0)
        {
            throw LocalPostgresProblem.NotEnterable(shut, user, Root);
        }
    }
}
