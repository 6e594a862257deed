ALTER TABLE "items" ADD COLUMN "clock_drift" bigint;--> statement-breakpoint
CREATE INDEX "items_unnumbered" ON "items" USING btree ("submitted_at","id") WHERE "clock_drift" is not null;