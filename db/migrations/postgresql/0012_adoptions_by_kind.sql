CREATE INDEX "adoptions_day" ON "adoptions" USING btree ("adopted_on");--> statement-breakpoint
CREATE INDEX "adoptions_kind" ON "adoptions" USING btree ("kind","item_id");--> statement-breakpoint
CREATE INDEX "adoptions_publication" ON "adoptions" USING btree ("publication","item_id");