CREATE TABLE "search_docs" (
	"item_id" text PRIMARY KEY NOT NULL,
	"grams" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_docs_grams" ON "search_docs" USING gin ("grams");
--> statement-breakpoint
CREATE TABLE "search_queue" (
	"item_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION queue_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (item_id) VALUES (new.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER items_search_insert AFTER INSERT ON items FOR EACH ROW WHEN (new.submitted_at IS NOT NULL) EXECUTE FUNCTION queue_for_search();
--> statement-breakpoint
CREATE TRIGGER items_search_update AFTER UPDATE OF title, body, author, unit_id, state, submitted_at ON items FOR EACH ROW WHEN (new.submitted_at IS NOT NULL) EXECUTE FUNCTION queue_for_search();
--> statement-breakpoint
INSERT INTO search_queue (item_id) SELECT id FROM items WHERE submitted_at IS NOT NULL;
