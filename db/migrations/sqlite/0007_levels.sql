INSERT INTO levels (level, formed, upper, position) VALUES
('forwarded', 0, 0, 1),
('district', 1, 0, 2),
('city', 1, 1, 3),
('province', 0, 1, 4);
--> statement-breakpoint
UPDATE instructions SET quarter = substr(given_on, 1, 4) || 'Q' || ((CAST(substr(given_on, 6, 2) AS integer) + 2) / 3);
--> statement-breakpoint
CREATE TRIGGER adoption_credits_no_update BEFORE UPDATE ON adoption_credits BEGIN SELECT RAISE(ABORT, 'an adoption is revoked, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER adoption_credits_no_delete BEFORE DELETE ON adoption_credits BEGIN SELECT RAISE(ABORT, 'an adoption is revoked, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER edited_versions_no_update BEFORE UPDATE ON edited_versions BEGIN SELECT RAISE(ABORT, 'a saved version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER edited_versions_no_delete BEFORE DELETE ON edited_versions BEGIN SELECT RAISE(ABORT, 'a saved version is never deleted'); END;
