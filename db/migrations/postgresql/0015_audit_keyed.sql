CREATE TABLE "audit_rows" (
	"seq" bigint NOT NULL,
	"record" text COLLATE "C" NOT NULL,
	"was" text,
	"digest" text,
	CONSTRAINT "audit_rows_seq_record_pk" PRIMARY KEY("seq","record")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "origin" text;--> statement-breakpoint
CREATE INDEX "audit_rare" ON "audit" USING btree ("verb","seq") WHERE "verb" in ('notice.issue', 'audit.baseline', 'audit.verify');
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb;
  after jsonb;
  record text;
BEGIN
  IF to_regclass('pg_temp.written') IS NULL THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW); END IF;
  SELECT TG_TABLE_NAME || ':' || string_agg(coalesce(after, before) ->> k.name, '|' ORDER BY k.place) INTO record
    FROM unnest(TG_ARGV) WITH ORDINALITY AS k (name, place);
  INSERT INTO pg_temp.written VALUES (record, before::text, after::text)
    ON CONFLICT ON CONSTRAINT written_pkey DO UPDATE SET now = excluded.now;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER users_noted AFTER INSERT OR UPDATE OR DELETE ON users FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER units_noted AFTER INSERT OR UPDATE OR DELETE ON units FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER unit_aliases_noted AFTER INSERT OR UPDATE OR DELETE ON unit_aliases FOR EACH ROW EXECUTE FUNCTION note_written('name');
--> statement-breakpoint
CREATE TRIGGER categories_noted AFTER INSERT OR UPDATE OR DELETE ON categories FOR EACH ROW EXECUTE FUNCTION note_written('key');
--> statement-breakpoint
CREATE TRIGGER settings_noted AFTER INSERT OR UPDATE OR DELETE ON settings FOR EACH ROW EXECUTE FUNCTION note_written('name');
--> statement-breakpoint
CREATE TRIGGER levels_noted AFTER INSERT OR UPDATE OR DELETE ON levels FOR EACH ROW EXECUTE FUNCTION note_written('level');
--> statement-breakpoint
CREATE TRIGGER rules_noted AFTER INSERT OR UPDATE OR DELETE ON rules FOR EACH ROW EXECUTE FUNCTION note_written('category', 'valid_from', 'kind');
--> statement-breakpoint
CREATE TRIGGER targets_noted AFTER INSERT OR UPDATE OR DELETE ON targets FOR EACH ROW EXECUTE FUNCTION note_written('unit_id', 'year');
--> statement-breakpoint
CREATE TRIGGER simulations_noted AFTER INSERT OR UPDATE OR DELETE ON simulations FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER items_noted AFTER INSERT OR UPDATE OR DELETE ON items FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER item_versions_noted AFTER INSERT OR UPDATE OR DELETE ON item_versions FOR EACH ROW EXECUTE FUNCTION note_written('item_id', 'version');
--> statement-breakpoint
CREATE TRIGGER item_events_noted AFTER INSERT OR UPDATE OR DELETE ON item_events FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER item_units_noted AFTER INSERT OR UPDATE OR DELETE ON item_units FOR EACH ROW EXECUTE FUNCTION note_written('item_id', 'unit_id');
--> statement-breakpoint
CREATE TRIGGER instructions_noted AFTER INSERT OR UPDATE OR DELETE ON instructions FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER attachments_noted AFTER INSERT OR UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER adoptions_noted AFTER INSERT OR UPDATE OR DELETE ON adoptions FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER adoption_credits_noted AFTER INSERT OR UPDATE OR DELETE ON adoption_credits FOR EACH ROW EXECUTE FUNCTION note_written('adoption_id', 'unit_id');
--> statement-breakpoint
CREATE TRIGGER adoption_revocations_noted AFTER INSERT OR UPDATE OR DELETE ON adoption_revocations FOR EACH ROW EXECUTE FUNCTION note_written('adoption_id');
--> statement-breakpoint
CREATE TRIGGER grade_proposals_noted AFTER INSERT OR UPDATE OR DELETE ON grade_proposals FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER reasons_noted AFTER INSERT OR UPDATE OR DELETE ON reasons FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER saved_views_noted AFTER INSERT OR UPDATE OR DELETE ON saved_views FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER focuses_noted AFTER INSERT OR UPDATE OR DELETE ON focuses FOR EACH ROW EXECUTE FUNCTION note_written('week');
--> statement-breakpoint
CREATE TRIGGER commissions_noted AFTER INSERT OR UPDATE OR DELETE ON commissions FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER commission_units_noted AFTER INSERT OR UPDATE OR DELETE ON commission_units FOR EACH ROW EXECUTE FUNCTION note_written('commission_id', 'unit_id');
--> statement-breakpoint
CREATE TRIGGER upper_lists_noted AFTER INSERT OR UPDATE OR DELETE ON upper_lists FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER upper_lines_noted AFTER INSERT OR UPDATE OR DELETE ON upper_lines FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER texts_noted AFTER INSERT OR UPDATE OR DELETE ON texts FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER text_versions_noted AFTER INSERT OR UPDATE OR DELETE ON text_versions FOR EACH ROW EXECUTE FUNCTION note_written('text_id', 'version');
--> statement-breakpoint
CREATE TRIGGER text_sources_noted AFTER INSERT OR UPDATE OR DELETE ON text_sources FOR EACH ROW EXECUTE FUNCTION note_written('text_id', 'item_id');
--> statement-breakpoint
CREATE TRIGGER publications_noted AFTER INSERT OR UPDATE OR DELETE ON publications FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER editions_noted AFTER INSERT OR UPDATE OR DELETE ON editions FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER edition_entries_noted AFTER INSERT OR UPDATE OR DELETE ON edition_entries FOR EACH ROW EXECUTE FUNCTION note_written('edition_id', 'text_id');
--> statement-breakpoint
CREATE TRIGGER notice_drafts_noted AFTER INSERT OR UPDATE OR DELETE ON notice_drafts FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER notices_noted AFTER INSERT OR UPDATE OR DELETE ON notices FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER notice_rows_noted AFTER INSERT OR UPDATE OR DELETE ON notice_rows FOR EACH ROW EXECUTE FUNCTION note_written('notice_id');
--> statement-breakpoint
CREATE TRIGGER objection_windows_noted AFTER INSERT OR UPDATE OR DELETE ON objection_windows FOR EACH ROW EXECUTE FUNCTION note_written('quarter');
--> statement-breakpoint
CREATE TRIGGER objections_noted AFTER INSERT OR UPDATE OR DELETE ON objections FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER suggestions_noted AFTER INSERT OR UPDATE OR DELETE ON suggestions FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER past_quarters_noted AFTER INSERT OR UPDATE OR DELETE ON past_quarters FOR EACH ROW EXECUTE FUNCTION note_written('quarter');
--> statement-breakpoint
CREATE TRIGGER past_figures_noted AFTER INSERT OR UPDATE OR DELETE ON past_figures FOR EACH ROW EXECUTE FUNCTION note_written('quarter', 'unit_id');
