using System.Diagnostics.CodeAnalysis;

namespace DiGiBachat.Persistence;

/// <summary>The private cluster cannot start. The message is one sentence for the person at the keyboard: what is wrong and what to do.</summary>
[SuppressMessage(
    "Naming",
    "CA1710",
    Justification = "It is read as a sentence by people, not as a type by programmers."
)]
public sealed class LocalPostgresProblem : Exception
{
    public LocalPostgresProblem() { }

    public LocalPostgresProblem(string message)
        : base(message) { }

    public LocalPostgresProblem(string message, Exception inner)
        : base(message, inner) { }

    internal static LocalPostgresProblem OnWindows() =>
        new(
            "The private database does not start on Windows: use WSL, or set ConnectionStrings:Bachat to a database elsewhere."
        );

    internal static LocalPostgresProblem ProgramsMissing(int oldest) =>
        new(
            $"PostgreSQL {oldest} or newer is not on this machine: install it (Debian and Ubuntu: apt-get install postgresql) "
                + "or set ConnectionStrings:Bachat to a database elsewhere."
        );

    internal static LocalPostgresProblem OtherMajor(string folder, int folderMajor, string found) =>
        new(
            $"The data in {folder} was made by PostgreSQL {folderMajor} and this machine has {found}: install PostgreSQL {folderMajor} "
                + $"(Debian and Ubuntu: apt-get install postgresql-{folderMajor}), or move the folder away to begin anew."
        );

    internal static LocalPostgresProblem NotEnterable(string parent, string user, string folder) =>
        new(
            $"The folder {parent} does not let the user {user} in, and PostgreSQL runs as {user} with its data in {folder}: "
                + $"allow it (chmod o+x {parent}) or keep the project in another place."
        );

    internal static LocalPostgresProblem NotWritable(string folder, Exception why) =>
        new(
            $"The folder {folder} cannot be written by the user {Environment.UserName}: change its owner or remove it ({why.Message}).",
            why
        );

    internal static LocalPostgresProblem NotEmpty(string folder, string other) =>
        new(
            $"The folder {folder} holds other things ({Path.GetFileName(other)}): give PostgreSQL a folder of its own."
        );

    internal static LocalPostgresProblem NoSuchUser(string user) =>
        new(
            $"PostgreSQL does not run as root and there is no user {user}: create one (useradd --system {user}) or start as an ordinary user."
        );

    internal static LocalPostgresProblem OwnedByRoot(string folder) =>
        new(
            $"The folder {folder} belongs to root, as whom PostgreSQL does not run: chown -R postgres: {folder}, or remove it to begin anew."
        );

    internal static LocalPostgresProblem PortInUse(int port) =>
        new(
            $"Port {port} on 127.0.0.1 is in use by another program: stop that program or choose another port."
        );

    internal static LocalPostgresProblem OtherPort(int asked, int actual) =>
        new(
            $"PostgreSQL runs already, on port {actual} and not on {asked}: ask for {actual}, for none, or stop it first."
        );

    internal static LocalPostgresProblem Locked(string folder) =>
        new(
            $"Another program has been starting PostgreSQL in {folder} for too long: end it and start again."
        );

    internal static LocalPostgresProblem ProgramFailed(string program, string output) =>
        new($"PostgreSQL's {program} failed: {OneLine(output)}");

    internal static LocalPostgresProblem DidNotStart(string log, string output) =>
        new($"PostgreSQL did not start; its log {log} ends: {OneLine(output)}");

    private static string OneLine(string output) =>
        string.Join(
            " | ",
            output
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .TakeLast(6)
        );
}
