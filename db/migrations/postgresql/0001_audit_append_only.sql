CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %: this table is append-only', TG_OP, TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER adoptions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoptions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER revocations_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoption_revocations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
