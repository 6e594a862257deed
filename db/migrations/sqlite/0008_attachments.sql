CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`text` text,
	`warnings` text,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`added_by` text,
	`added_at` integer NOT NULL,
	`removed_in` integer,
	`removed_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `attachments_item` ON `attachments` (`item_id`,`position`);
--> statement-breakpoint
CREATE TRIGGER attachments_search_insert AFTER INSERT ON attachments
BEGIN INSERT INTO search_queue (item_id) SELECT id FROM items WHERE id = new.item_id AND submitted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_queue WHERE item_id = new.item_id); END;
--> statement-breakpoint
CREATE TRIGGER attachments_search_update AFTER UPDATE ON attachments
BEGIN INSERT INTO search_queue (item_id) SELECT id FROM items WHERE id = new.item_id AND submitted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_queue WHERE item_id = new.item_id); END;
--> statement-breakpoint
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'an attachment is taken out, never deleted'); END;
