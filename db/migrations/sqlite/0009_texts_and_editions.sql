DROP TRIGGER edited_versions_no_update;
--> statement-breakpoint
DROP TRIGGER edited_versions_no_delete;
--> statement-breakpoint
DROP INDEX edited_sources_item;
--> statement-breakpoint
DROP INDEX edited_texts_item;
--> statement-breakpoint
DROP INDEX edited_texts_newest;
--> statement-breakpoint
DROP INDEX issue_entries_text;
--> statement-breakpoint
DROP INDEX publication_issues_number;
--> statement-breakpoint
DROP INDEX publication_issues_newest;
--> statement-breakpoint
ALTER TABLE edited_texts RENAME TO texts;
--> statement-breakpoint
ALTER TABLE edited_versions RENAME TO text_versions;
--> statement-breakpoint
ALTER TABLE edited_sources RENAME TO text_sources;
--> statement-breakpoint
ALTER TABLE publication_issues RENAME TO editions;
--> statement-breakpoint
ALTER TABLE issue_entries RENAME TO edition_entries;
--> statement-breakpoint
ALTER TABLE edition_entries RENAME COLUMN issue_id TO edition_id;
--> statement-breakpoint
CREATE INDEX `text_sources_item` ON `text_sources` (`item_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `texts_item` ON `texts` (`item_id`);
--> statement-breakpoint
CREATE INDEX `texts_newest` ON `texts` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `edition_entries_text` ON `edition_entries` (`text_id`);
--> statement-breakpoint
CREATE INDEX `editions_number` ON `editions` (`publication_id`,`year`,`issue_no`);
--> statement-breakpoint
CREATE INDEX `editions_newest` ON `editions` (`state`,`updated_at`,`id`);
--> statement-breakpoint
CREATE TRIGGER text_versions_no_update BEFORE UPDATE ON text_versions BEGIN SELECT RAISE(ABORT, 'a saved version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER text_versions_no_delete BEFORE DELETE ON text_versions BEGIN SELECT RAISE(ABORT, 'a saved version is never deleted'); END;
--> statement-breakpoint
DELETE FROM settings WHERE name = 'desk.release' AND EXISTS (SELECT 1 FROM settings WHERE name = 'desk.second_eyes');
--> statement-breakpoint
UPDATE settings SET name = 'desk.second_eyes' WHERE name = 'desk.release';
