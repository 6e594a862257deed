CREATE TABLE `search_docs` (
	`doc` integer PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_item` ON `search_docs` (`item_id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_grams` USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TABLE `search_queue` (
	`item_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER items_search_insert AFTER INSERT ON items WHEN new.submitted_at IS NOT NULL
BEGIN INSERT INTO search_queue (item_id) SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE item_id = new.id); END;
--> statement-breakpoint
CREATE TRIGGER items_search_update AFTER UPDATE OF title, body, author, unit_id, state, submitted_at ON items WHEN new.submitted_at IS NOT NULL
BEGIN INSERT INTO search_queue (item_id) SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE item_id = new.id); END;
--> statement-breakpoint
INSERT INTO search_queue (item_id) SELECT id FROM items WHERE submitted_at IS NOT NULL;
