CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER adoptions_no_delete BEFORE DELETE ON adoptions BEGIN SELECT RAISE(ABORT, 'an adoption is revoked, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER adoptions_no_update BEFORE UPDATE ON adoptions BEGIN SELECT RAISE(ABORT, 'an adoption is revoked, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER revocations_no_update BEFORE UPDATE ON adoption_revocations BEGIN SELECT RAISE(ABORT, 'a revocation is a record, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER revocations_no_delete BEFORE DELETE ON adoption_revocations BEGIN SELECT RAISE(ABORT, 'a revocation is a record, never deleted'); END;
