using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KreaPlatform.Gateway.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StyleControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "parent",
                table: "jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sources",
                table: "jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "images",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "image_vectors",
                columns: table => new
                {
                    job_id = table.Column<string>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    descriptor = table.Column<string>(type: "TEXT", nullable: false),
                    style = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    perceptual_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_image_vectors", x => new { x.job_id, x.index });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "image_vectors");

            migrationBuilder.DropColumn(
                name: "parent",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "code",
                table: "images");
        }
    }
}
