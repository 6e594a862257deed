CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "type" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "event_day" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "signer" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "failed_before" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "failed_tries" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "limits_expiry" ON "limits" USING btree ("expires_at");--> statement-breakpoint
-- What was sent last of an item that nobody is rewriting is what it holds; of the others it was not kept.
UPDATE item_versions SET type = i.type, event_day = i.event_day, author = i.author, phone = i.phone, signer = i.signer
FROM items AS i
WHERE i.id = item_versions.item_id AND i.state NOT IN ('sent_back', 'withdrawn')
  AND item_versions.version = (SELECT max(v.version) FROM item_versions AS v WHERE v.item_id = i.id);
