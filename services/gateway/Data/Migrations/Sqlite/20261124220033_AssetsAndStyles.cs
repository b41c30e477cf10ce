using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KreaPlatform.Gateway.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AssetsAndStyles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    generation_id = table.Column<string>(type: "TEXT", nullable: true),
                    image_index = table.Column<int>(type: "INTEGER", nullable: true),
                    blob = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: false),
                    original_format = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    hints = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    description_asked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "image_descriptions",
                columns: table => new
                {
                    blob = table.Column<string>(type: "TEXT", nullable: false),
                    descriptor = table.Column<string>(type: "TEXT", nullable: false),
                    style = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    perceptual_hash = table.Column<string>(type: "TEXT", nullable: false),
                    described_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_image_descriptions", x => x.blob);
                });

            migrationBuilder.CreateTable(
                name: "styles",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_styles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "style_images",
                columns: table => new
                {
                    style_id = table.Column<string>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    asset_id = table.Column<string>(type: "TEXT", nullable: false),
                    blob = table.Column<string>(type: "TEXT", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_style_images", x => new { x.style_id, x.index });
                    table.ForeignKey(
                        name: "FK_style_images_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_style_images_styles_style_id",
                        column: x => x.style_id,
                        principalTable: "styles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assets_account_id_created_at_id",
                table: "assets",
                columns: new[] { "account_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_assets_account_id_source",
                table: "assets",
                columns: new[] { "account_id", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assets_blob",
                table: "assets",
                column: "blob");

            migrationBuilder.CreateIndex(
                name: "IX_assets_description_description_asked_at",
                table: "assets",
                columns: new[] { "description", "description_asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_style_images_asset_id",
                table: "style_images",
                column: "asset_id");

            migrationBuilder.CreateIndex(
                name: "IX_styles_account_id_created_at_id",
                table: "styles",
                columns: new[] { "account_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_styles_visibility_created_at_id",
                table: "styles",
                columns: new[] { "visibility", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "image_descriptions");

            migrationBuilder.DropTable(
                name: "style_images");

            migrationBuilder.DropTable(
                name: "assets");

            migrationBuilder.DropTable(
                name: "styles");
        }
    }
}
