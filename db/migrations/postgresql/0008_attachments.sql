CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"type" text NOT NULL,
	"text" text,
	"warnings" text,
	"position" bigint NOT NULL,
	"version" bigint NOT NULL,
	"added_by" text,
	"added_at" bigint NOT NULL,
	"removed_in" bigint,
	"removed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_item" ON "attachments" USING btree ("item_id","position");
--> statement-breakpoint
CREATE FUNCTION queue_attached_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (item_id) SELECT id FROM items WHERE id = new.item_id AND submitted_at IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachments_search AFTER INSERT OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION queue_attached_for_search();
--> statement-breakpoint
CREATE TRIGGER attachments_no_delete BEFORE DELETE OR TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
