CREATE TABLE `audit_rows` (
	`seq` integer NOT NULL,
	`record` text NOT NULL,
	`was` text,
	`digest` text,
	PRIMARY KEY(`seq`, `record`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `audit` ADD `origin` text;--> statement-breakpoint
CREATE INDEX `audit_rare` ON `audit` (`verb`,`seq`) WHERE "verb" in ('notice.issue', 'audit.baseline', 'audit.verify');
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_update BEFORE UPDATE ON audit_rows BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_delete BEFORE DELETE ON audit_rows BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
