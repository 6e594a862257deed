ALTER TABLE "items" ADD COLUMN "standing" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE FUNCTION standing_of(item text, state text, not_used boolean) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN state <> 'received' THEN state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = item AND r.adoption_id IS NULL) THEN 'graded'
    WHEN not_used THEN 'not_used' ELSE 'ungraded' END
$$;
--> statement-breakpoint
UPDATE items SET standing = standing_of(id, state, not_used);
--> statement-breakpoint
CREATE INDEX "items_standing" ON "items" USING btree ("standing","submitted_at","id","unit_id","type");
--> statement-breakpoint
CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.standing := standing_of(new.id, new.state, new.not_used);
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER items_standing BEFORE INSERT OR UPDATE OF state, not_used ON items FOR EACH ROW EXECUTE FUNCTION keep_standing();
--> statement-breakpoint
CREATE FUNCTION keep_standing_of_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE items SET standing = standing_of(id, state, not_used) WHERE id = new.item_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER adoptions_standing AFTER INSERT ON adoptions FOR EACH ROW EXECUTE FUNCTION keep_standing_of_adopted();
--> statement-breakpoint
CREATE FUNCTION keep_standing_of_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE items SET standing = standing_of(id, state, not_used) WHERE id = (SELECT item_id FROM adoptions WHERE id = new.adoption_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER revocations_standing AFTER INSERT ON adoption_revocations FOR EACH ROW EXECUTE FUNCTION keep_standing_of_revoked();
