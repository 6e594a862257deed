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
ALTER TABLE texts RENAME CONSTRAINT edited_texts_pkey TO texts_pkey;
--> statement-breakpoint
ALTER TABLE editions RENAME CONSTRAINT publication_issues_pkey TO editions_pkey;
--> statement-breakpoint
ALTER TABLE text_sources RENAME CONSTRAINT edited_sources_text_id_item_id_pk TO text_sources_text_id_item_id_pk;
--> statement-breakpoint
ALTER TABLE text_versions RENAME CONSTRAINT edited_versions_text_id_version_pk TO text_versions_text_id_version_pk;
--> statement-breakpoint
ALTER TABLE edition_entries RENAME CONSTRAINT issue_entries_issue_id_text_id_pk TO edition_entries_edition_id_text_id_pk;
--> statement-breakpoint
ALTER TABLE text_sources RENAME CONSTRAINT edited_sources_text_id_edited_texts_id_fk TO text_sources_text_id_texts_id_fk;
--> statement-breakpoint
ALTER TABLE text_sources RENAME CONSTRAINT edited_sources_item_id_items_id_fk TO text_sources_item_id_items_id_fk;
--> statement-breakpoint
ALTER TABLE texts RENAME CONSTRAINT edited_texts_item_id_items_id_fk TO texts_item_id_items_id_fk;
--> statement-breakpoint
ALTER TABLE texts RENAME CONSTRAINT edited_texts_created_by_users_id_fk TO texts_created_by_users_id_fk;
--> statement-breakpoint
ALTER TABLE text_versions RENAME CONSTRAINT edited_versions_text_id_edited_texts_id_fk TO text_versions_text_id_texts_id_fk;
--> statement-breakpoint
ALTER TABLE text_versions RENAME CONSTRAINT edited_versions_edited_by_users_id_fk TO text_versions_edited_by_users_id_fk;
--> statement-breakpoint
ALTER TABLE edition_entries RENAME CONSTRAINT issue_entries_issue_id_publication_issues_id_fk TO edition_entries_edition_id_editions_id_fk;
--> statement-breakpoint
ALTER TABLE edition_entries RENAME CONSTRAINT issue_entries_text_id_edited_texts_id_fk TO edition_entries_text_id_texts_id_fk;
--> statement-breakpoint
ALTER TABLE editions RENAME CONSTRAINT publication_issues_publication_id_publications_id_fk TO editions_publication_id_publications_id_fk;
--> statement-breakpoint
ALTER TABLE editions RENAME CONSTRAINT publication_issues_made_by_users_id_fk TO editions_made_by_users_id_fk;
--> statement-breakpoint
ALTER TABLE editions RENAME CONSTRAINT publication_issues_released_by_users_id_fk TO editions_released_by_users_id_fk;
--> statement-breakpoint
ALTER INDEX edited_sources_item RENAME TO text_sources_item;
--> statement-breakpoint
ALTER INDEX edited_texts_item RENAME TO texts_item;
--> statement-breakpoint
ALTER INDEX edited_texts_newest RENAME TO texts_newest;
--> statement-breakpoint
ALTER INDEX issue_entries_text RENAME TO edition_entries_text;
--> statement-breakpoint
ALTER INDEX publication_issues_number RENAME TO editions_number;
--> statement-breakpoint
ALTER INDEX publication_issues_newest RENAME TO editions_newest;
--> statement-breakpoint
ALTER TRIGGER edited_versions_no_change ON text_versions RENAME TO text_versions_no_change;
--> statement-breakpoint
DELETE FROM settings WHERE name = 'desk.release' AND EXISTS (SELECT 1 FROM settings WHERE name = 'desk.second_eyes');
--> statement-breakpoint
UPDATE settings SET name = 'desk.second_eyes' WHERE name = 'desk.release';
