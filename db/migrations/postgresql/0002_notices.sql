CREATE TABLE "notice_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"corrects" text,
	"state" text NOT NULL,
	"number" text,
	"issuer" text NOT NULL,
	"addressees" text NOT NULL,
	"date" text NOT NULL,
	"copies" text,
	"doc_on_targets" text,
	"sealed" boolean NOT NULL,
	"words" text NOT NULL,
	"reason" text,
	"despite" text,
	"version" bigint NOT NULL,
	"written_by" text NOT NULL,
	"proposed_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_rows" (
	"notice_id" text PRIMARY KEY NOT NULL,
	"rows" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"corrects" text,
	"reason" text,
	"number" text NOT NULL,
	"date" text NOT NULL,
	"document" text NOT NULL,
	"figures" text NOT NULL,
	"faults" text NOT NULL,
	"despite" text,
	"digest" text NOT NULL,
	"code" text NOT NULL,
	"version" bigint NOT NULL,
	"written_by" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objection_windows" (
	"quarter" text PRIMARY KEY NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"opened_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"unit_id" text NOT NULL,
	"figure" text NOT NULL,
	"printed" text NOT NULL,
	"said" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"outcome" text,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "past_figures" (
	"quarter" text NOT NULL,
	"unit_id" text NOT NULL,
	"quarterly_items" bigint,
	"items" bigint NOT NULL,
	"annual_points" bigint,
	"counts" text NOT NULL,
	CONSTRAINT "past_figures_quarter_unit_id_pk" PRIMARY KEY("quarter","unit_id")
);
--> statement-breakpoint
CREATE TABLE "past_quarters" (
	"quarter" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulations" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"name" text NOT NULL,
	"rules" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"retired" boolean NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_corrects_notices_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."notices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD CONSTRAINT "notice_drafts_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_rows" ADD CONSTRAINT "notice_rows_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_issued_by_users_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_windows" ADD CONSTRAINT "objection_windows_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_figures" ADD CONSTRAINT "past_figures_quarter_past_quarters_quarter_fk" FOREIGN KEY ("quarter") REFERENCES "public"."past_quarters"("quarter") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_figures" ADD CONSTRAINT "past_figures_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_drafts_quarter" ON "notice_drafts" USING btree ("quarter","state");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_code" ON "notices" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_number" ON "notices" USING btree ("number");--> statement-breakpoint
CREATE INDEX "notices_quarter" ON "notices" USING btree ("quarter","issued_at");--> statement-breakpoint
CREATE INDEX "objections_quarter" ON "objections" USING btree ("quarter","raised_at");--> statement-breakpoint
CREATE INDEX "simulations_quarter" ON "simulations" USING btree ("quarter","made_at");