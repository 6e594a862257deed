ALTER TABLE "edition_entries" ADD COLUMN "adoptions" text;--> statement-breakpoint
CREATE INDEX "items_title" ON "items" USING btree ("unit_id","title");--> statement-breakpoint
-- An index that holds nothing yet is of the folding of today.
INSERT INTO facts (name, value) SELECT 'search:folding', '2' WHERE NOT EXISTS (SELECT 1 FROM items);
