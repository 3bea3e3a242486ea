namespace DiGiBachat.Persistence;

/// <summary>The cluster's postgresql.conf, written anew at each start: durable, modest in memory, and silent about what people say.</summary>
internal static class LocalPostgresSettings
{
    private const long Mebibyte = 1024 * 1024;
    private const long LeastSharedBuffers = 64;
    private const long MostSharedBuffers = 512;

    public static string Text(LocalPostgresFolder folder, int port, bool durable)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Mebibyte;
        var onOff = durable ? "on" : "off";
        return $"""
            # Written by LocalPostgres at each start; a change made here is lost.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = '{(
                folder.HasSocket
                    ? folder.SocketFolder.Replace("'", "''", StringComparison.Ordinal)
                    : ""
            )}'
            unix_socket_permissions = 0700
            max_connections = 60
            password_encryption = 'scram-sha-256'

            fsync = {onOff}
            synchronous_commit = {onOff}
            full_page_writes = {onOff}
            max_wal_size = '1GB'
            checkpoint_timeout = '15min'

            shared_buffers = '{Math.Clamp(memory / 8, LeastSharedBuffers, MostSharedBuffers)}MB'
            effective_cache_size = '{Math.Max(memory / 2, LeastSharedBuffers)}MB'
            work_mem = '8MB'
            maintenance_work_mem = '64MB'
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            # Statements and the details of errors carry names, numbers and amounts: they stay out of the log.
            log_statement = 'none'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_line_prefix = '%m [%p] '

            """;
    }
}
