INSERT INTO levels (level, name, short, formed, upper, position) VALUES
('forwarded', '采编上报', '采编上报', false, false, 1),
('district', '区级采用', '区级', true, false, 2),
('city', '市级采用', '市级', true, true, 3),
('province', '省级采用', '省级', false, true, 4);
--> statement-breakpoint
UPDATE instructions SET quarter = substr(given_on, 1, 4) || 'Q' || ((CAST(substr(given_on, 6, 2) AS integer) + 2) / 3);
--> statement-breakpoint
CREATE TRIGGER adoption_credits_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoption_credits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER edited_versions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON edited_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
