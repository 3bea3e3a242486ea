using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DiGiBachat.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OpenMatters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_members_group_id_person_id", table: "members");

            migrationBuilder.AddColumn<string>(name: "settings", table: "persons", type: "jsonb", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "claimed_on", table: "payments", type: "date", nullable: true);

            migrationBuilder.AddColumn<int[]>(
                name: "guarantors",
                table: "loans",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<byte[]>(name: "matters_enc", table: "groups", type: "bytea", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_group_id_person_id",
                table: "members",
                columns: new[] { "group_id", "person_id" },
                filter: "person_id IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_members_group_id_person_id", table: "members");

            migrationBuilder.DropColumn(name: "settings", table: "persons");

            migrationBuilder.DropColumn(name: "claimed_on", table: "payments");

            migrationBuilder.DropColumn(name: "guarantors", table: "loans");

            migrationBuilder.DropColumn(name: "matters_enc", table: "groups");

            migrationBuilder.CreateIndex(
                name: "ix_members_group_id_person_id",
                table: "members",
                columns: new[] { "group_id", "person_id" },
                unique: true,
                filter: "person_id IS NOT NULL"
            );
        }
    }
}
