CREATE TABLE `isolated_words` (
	`isolation_id` text NOT NULL,
	`place` text NOT NULL,
	`record` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`isolation_id`, `place`, `record`),
	FOREIGN KEY (`isolation_id`) REFERENCES `isolations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `isolations` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`attachment_id` text,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`isolated_by` text NOT NULL,
	`isolated_at` integer NOT NULL,
	`ending` text,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`isolated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `isolations_item` ON `isolations` (`item_id`,`state`);--> statement-breakpoint
CREATE INDEX `isolations_state` ON `isolations` (`state`,`isolated_at`);--> statement-breakpoint
DROP INDEX `audit_rare`;--> statement-breakpoint
CREATE INDEX `audit_rare` ON `audit` (`verb`,`seq`) WHERE "verb" in ('notice.issue', 'audit.baseline', 'audit.verify', 'data.export');--> statement-breakpoint
ALTER TABLE `attachments` ADD `isolated_at` integer;--> statement-breakpoint
CREATE INDEX `attachments_sha256` ON `attachments` (`sha256`);--> statement-breakpoint
ALTER TABLE `items` ADD `isolated_at` integer;--> statement-breakpoint
DROP TRIGGER text_versions_no_update;
--> statement-breakpoint
CREATE TRIGGER text_versions_no_update BEFORE UPDATE ON text_versions WHEN NOT EXISTS (SELECT 1 FROM isolations i JOIN text_sources s ON s.item_id = i.item_id
  WHERE s.text_id = old.text_id AND i.state = 'isolated' AND i.attachment_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'a saved version is never changed'); END;
