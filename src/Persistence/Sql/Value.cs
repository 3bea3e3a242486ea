using DiGiBachat.Core;
using Npgsql;
using NpgsqlTypes;

namespace DiGiBachat.Persistence.Sql;

/// <summary>Parameters by position, each with its type named, so that a null is as typed as a value.</summary>
internal static class Value
{
    public static NpgsqlParameter Of(bool value) => Typed(value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Of(short value) => Typed(value, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Of(int value) => Typed(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(long value) => Typed(value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(Guid value) => Typed(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(GroupId group) => Of(group.Value);

    public static NpgsqlParameter Of(MemberNumber member) => Of(member.Value);

    public static NpgsqlParameter Of(LoanNumber loan) => Of(loan.Value);

    public static NpgsqlParameter Of(PaymentNumber payment) => Of(payment.Value);

    public static NpgsqlParameter Of(Money money) => Of(money.Paise);

    public static NpgsqlParameter Of(DateOnly day) => Typed(day, NpgsqlDbType.Date);

    public static NpgsqlParameter Of(DateTimeOffset at) => Typed(at.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Of(string? text) => text is null ? Null(NpgsqlDbType.Text) : Typed(text, NpgsqlDbType.Text);

    public static NpgsqlParameter Of(byte[]? bytes) => bytes is null ? Null(NpgsqlDbType.Bytea) : Typed(bytes, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Of(short? value) => value is { } some ? Of(some) : Null(NpgsqlDbType.Smallint);

    public static NpgsqlParameter Of(int? value) => value is { } some ? Of(some) : Null(NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(Guid? value) => value is { } some ? Of(some) : Null(NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(DateTimeOffset? at) => at is { } some ? Of(some) : Null(NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Of(DateOnly? day) => day is { } some ? Of(some) : Null(NpgsqlDbType.Date);

    public static NpgsqlParameter Json(string json) => Typed(json, NpgsqlDbType.Jsonb);

    public static NpgsqlParameter Of(short[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public static NpgsqlParameter Of(int[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(int?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(long[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(Guid[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(Guid?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(DateOnly[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Date);

    public static NpgsqlParameter Of(DateTimeOffset[] values) =>
        Typed(Array.ConvertAll(values, v => v.ToUniversalTime()), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Of(string?[] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Of(byte[][] values) => Typed(values, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    private static NpgsqlParameter<T> Typed<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter Null(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };
}
