CREATE TABLE "isolated_words" (
	"isolation_id" text NOT NULL,
	"place" text NOT NULL,
	"record" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "isolated_words_isolation_id_place_record_pk" PRIMARY KEY("isolation_id","place","record")
);
--> statement-breakpoint
CREATE TABLE "isolations" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"attachment_id" text,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"isolated_by" text NOT NULL,
	"isolated_at" bigint NOT NULL,
	"ending" text,
	"ended_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
DROP INDEX "audit_rare";--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "isolated_at" bigint;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "isolated_at" bigint;--> statement-breakpoint
ALTER TABLE "isolated_words" ADD CONSTRAINT "isolated_words_isolation_id_isolations_id_fk" FOREIGN KEY ("isolation_id") REFERENCES "public"."isolations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isolations" ADD CONSTRAINT "isolations_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isolations" ADD CONSTRAINT "isolations_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isolations" ADD CONSTRAINT "isolations_isolated_by_users_id_fk" FOREIGN KEY ("isolated_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isolations" ADD CONSTRAINT "isolations_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "isolations_item" ON "isolations" USING btree ("item_id","state");--> statement-breakpoint
CREATE INDEX "isolations_state" ON "isolations" USING btree ("state","isolated_at");--> statement-breakpoint
CREATE INDEX "attachments_sha256" ON "attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "audit_rare" ON "audit" USING btree ("verb","seq") WHERE "verb" in ('notice.issue', 'audit.baseline', 'audit.verify', 'data.export');--> statement-breakpoint
CREATE TRIGGER isolations_noted AFTER INSERT OR UPDATE OR DELETE ON isolations FOR EACH ROW EXECUTE FUNCTION note_written('id');
--> statement-breakpoint
CREATE TRIGGER isolated_words_noted AFTER INSERT OR UPDATE OR DELETE ON isolated_words FOR EACH ROW EXECUTE FUNCTION note_written('isolation_id', 'place', 'record');
--> statement-breakpoint
DROP TRIGGER text_versions_no_change ON text_versions;
--> statement-breakpoint
CREATE FUNCTION refuse_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM isolations i JOIN text_sources s ON s.item_id = i.item_id
  WHERE s.text_id = old.text_id AND i.state = 'isolated' AND i.attachment_id IS NULL) THEN
    RAISE EXCEPTION 'a saved version is never changed';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER text_versions_no_update BEFORE UPDATE ON text_versions FOR EACH ROW EXECUTE FUNCTION refuse_version();
--> statement-breakpoint
CREATE TRIGGER text_versions_no_change BEFORE DELETE OR TRUNCATE ON text_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
