CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "failed_before" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "failed_tries" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "limits_expiry" ON "limits" USING btree ("expires_at");