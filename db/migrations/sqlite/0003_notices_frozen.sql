CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices BEGIN SELECT RAISE(ABORT, 'an issued notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices BEGIN SELECT RAISE(ABORT, 'an issued notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER notice_rows_no_update BEFORE UPDATE ON notice_rows BEGIN SELECT RAISE(ABORT, 'an issued notice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER notice_rows_no_delete BEFORE DELETE ON notice_rows BEGIN SELECT RAISE(ABORT, 'an issued notice never changes'); END;
