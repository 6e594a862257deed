CREATE TABLE "adoption_credits" (
	"adoption_id" text NOT NULL,
	"unit_id" text NOT NULL,
	CONSTRAINT "adoption_credits_adoption_id_unit_id_pk" PRIMARY KEY("adoption_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "item_units" (
	"item_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "item_units_item_id_unit_id_pk" PRIMARY KEY("item_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "edited_sources" (
	"text_id" text NOT NULL,
	"item_id" text NOT NULL,
	"position" bigint NOT NULL,
	"item_version" bigint NOT NULL,
	CONSTRAINT "edited_sources_text_id_item_id_pk" PRIMARY KEY("text_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "edited_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"version" bigint NOT NULL,
	"dropped" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edited_versions" (
	"text_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" bigint NOT NULL,
	CONSTRAINT "edited_versions_text_id_version_pk" PRIMARY KEY("text_id","version")
);
--> statement-breakpoint
CREATE TABLE "issue_entries" (
	"issue_id" text NOT NULL,
	"text_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text,
	"body" text,
	CONSTRAINT "issue_entries_issue_id_text_id_pk" PRIMARY KEY("issue_id","text_id")
);
--> statement-breakpoint
CREATE TABLE "publication_issues" (
	"id" text PRIMARY KEY NOT NULL,
	"publication_id" text NOT NULL,
	"year" bigint NOT NULL,
	"issue_no" bigint NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"released_by" text,
	"released_at" bigint
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"issuer" text NOT NULL,
	"position" bigint NOT NULL,
	"retired" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "levels" (
	"level" text PRIMARY KEY NOT NULL,
	"formed" boolean NOT NULL,
	"upper" boolean NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "commissions" ADD COLUMN "quarter" text;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "quarter" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "sharers" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "text_id" text;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "choice" text;--> statement-breakpoint
ALTER TABLE "adoption_credits" ADD CONSTRAINT "adoption_credits_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_credits" ADD CONSTRAINT "adoption_credits_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_units" ADD CONSTRAINT "item_units_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_units" ADD CONSTRAINT "item_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_sources" ADD CONSTRAINT "edited_sources_text_id_edited_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."edited_texts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_sources" ADD CONSTRAINT "edited_sources_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_texts" ADD CONSTRAINT "edited_texts_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_texts" ADD CONSTRAINT "edited_texts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_versions" ADD CONSTRAINT "edited_versions_text_id_edited_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."edited_texts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edited_versions" ADD CONSTRAINT "edited_versions_edited_by_users_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_entries" ADD CONSTRAINT "issue_entries_issue_id_publication_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."publication_issues"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_entries" ADD CONSTRAINT "issue_entries_text_id_edited_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."edited_texts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_issues" ADD CONSTRAINT "publication_issues_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_issues" ADD CONSTRAINT "publication_issues_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_issues" ADD CONSTRAINT "publication_issues_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edited_sources_item" ON "edited_sources" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edited_texts_item" ON "edited_texts" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "edited_texts_newest" ON "edited_texts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "issue_entries_text" ON "issue_entries" USING btree ("text_id");--> statement-breakpoint
CREATE INDEX "publication_issues_number" ON "publication_issues" USING btree ("publication_id","year","issue_no");--> statement-breakpoint
CREATE INDEX "publication_issues_newest" ON "publication_issues" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_name" ON "publications" USING btree ("name");--> statement-breakpoint
CREATE INDEX "commissions_count" ON "commissions" USING btree ("quarter");--> statement-breakpoint
CREATE INDEX "instructions_count" ON "instructions" USING btree ("quarter","item_id");