using DiGiBachat.Persistence.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DiGiBachat.Persistence;

/// <summary>The schema, its migrations, and what is read at leisure. Turns do not go through here (see Turns/).</summary>
internal sealed class BachatContext(DbContextOptions<BachatContext> options) : DbContext(options)
{
    public DbSet<GroupRow> Groups => Set<GroupRow>();
    public DbSet<MemberRow> Members => Set<MemberRow>();
    public DbSet<LoanRow> Loans => Set<LoanRow>();
    public DbSet<PaymentRow> Payments => Set<PaymentRow>();
    public DbSet<EntryRow> Entries => Set<EntryRow>();
    public DbSet<PostingRow> Postings => Set<PostingRow>();
    public DbSet<BalanceRow> Balances => Set<BalanceRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<EventSecretRow> EventSecrets => Set<EventSecretRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PersonMapping.Map(modelBuilder);
        GroupMapping.Map(modelBuilder);
        MoneyMapping.Map(modelBuilder);
        LedgerMapping.Map(modelBuilder);
    }
}

/// <summary>What <c>dotnet ef</c> makes migrations with; it never connects.</summary>
internal sealed class BachatContextFactory : IDesignTimeDbContextFactory<BachatContext>
{
    public BachatContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BachatContext>().UseNpgsql("Host=localhost;Database=bachat").UseSnakeCaseNamingConvention().Options);
}
