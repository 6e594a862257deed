INSERT INTO levels (level, formed, upper, position) VALUES
('forwarded', false, false, 1),
('district', true, false, 2),
('city', true, true, 3),
('province', false, true, 4);
--> statement-breakpoint
UPDATE instructions SET quarter = substr(given_on, 1, 4) || 'Q' || ((CAST(substr(given_on, 6, 2) AS integer) + 2) / 3);
--> statement-breakpoint
CREATE TRIGGER adoption_credits_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoption_credits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER edited_versions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON edited_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
