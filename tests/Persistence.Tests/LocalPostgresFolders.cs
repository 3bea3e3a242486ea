using System.Diagnostics;
using System.Runtime.Versioning;

[assembly: UnsupportedOSPlatform("windows")]

namespace DiGiBachat.Persistence.Tests;

/// <summary>A folder for one cluster of one test; whatever still runs in it is ended and the folder removed.</summary>
internal sealed class ClusterFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("bachat-");

    public ClusterFolder()
    {
        // The server's own user has to pass; the folder of the cluster itself is closed by LocalPostgres.
        File.SetUnixFileMode(
            parent.FullName,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute
        );
        Directory.CreateDirectory(Path);
    }

    public string Path => System.IO.Path.Combine(parent.FullName, "pg");
    public string Cluster => System.IO.Path.Combine(Path, "cluster");

    /// <summary>Without the waits for the disk, which say nothing here.</summary>
    public LocalPostgresOptions Options => new(Path) { Durable = false };

    /// <summary>Programs that know their version and nothing else.</summary>
    public string FakePrograms(int major)
    {
        var bin = Directory
            .CreateDirectory(System.IO.Path.Combine(parent.FullName, $"bin{major}"))
            .FullName;
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            var file = System.IO.Path.Combine(bin, program);
            File.WriteAllText(
                file,
                $"#!/bin/sh\necho '{program} (PostgreSQL) {major}.1'\nexit 1\n"
            );
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return bin;
    }

    public async Task<Process> StartAsServerUserAsync(string program, string argument)
    {
        var cluster = new LocalPostgresFolder(Path);
        await cluster.MakeAsync();
        var start = new ProcessStartInfo(program, argument) { WorkingDirectory = "/" };
        if (cluster.User is { } user)
        {
            start.UserName = user;
        }

        return Process.Start(start)!;
    }

    public void Dispose()
    {
        var pidFile = System.IO.Path.Combine(Cluster, "postmaster.pid");
        if (
            LocalPostgresPidFile.Read(pidFile) is { } left
            && LocalPostgresPidFile.IsPostgresOf(left.ProcessId, Cluster)
        )
        {
            using var server = Process.GetProcessById(left.ProcessId);
            server.Kill();
            server.WaitForExit();
        }

        parent.Delete(recursive: true);
    }
}

/// <summary>Runs as root only: an ordinary user has no other user to be shut out as.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAsRootAttribute : FactAttribute
{
    public FactAsRootAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "Needs root.";
}
