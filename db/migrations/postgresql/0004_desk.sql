CREATE TABLE "commission_units" (
	"commission_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"item_id" text,
	"answered_at" bigint,
	CONSTRAINT "commission_units_commission_id_unit_id_pk" PRIMARY KEY("commission_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "commissions" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"words" text NOT NULL,
	"deadline" bigint NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "focuses" (
	"week" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grade_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"adopted_on" text NOT NULL,
	"publication" text,
	"issue_no" text,
	"evidence" text,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"adoption_id" text
);
--> statement-breakpoint
CREATE TABLE "instructions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"level" text NOT NULL,
	"given_on" text NOT NULL,
	"words" text NOT NULL,
	"feedback_due" text,
	"feedback" text,
	"feedback_on" text,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"revoked_at" bigint,
	"revoked_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"verb" text NOT NULL,
	"words" text NOT NULL,
	"position" bigint NOT NULL,
	"retired" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upper_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"unit" text,
	"kind" text NOT NULL,
	"adopted_on" text NOT NULL,
	"publication" text,
	"issue_no" text,
	"state" text NOT NULL,
	"adoption_id" text
);
--> statement-breakpoint
CREATE TABLE "upper_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"received_by" text NOT NULL,
	"received_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "evidence" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "duplicate_of" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "not_used" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "reason_id" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "commission_units" ADD CONSTRAINT "commission_units_commission_id_commissions_id_fk" FOREIGN KEY ("commission_id") REFERENCES "public"."commissions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_units" ADD CONSTRAINT "commission_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_units" ADD CONSTRAINT "commission_units_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissions" ADD CONSTRAINT "commissions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focuses" ADD CONSTRAINT "focuses_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_proposals" ADD CONSTRAINT "grade_proposals_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_proposals" ADD CONSTRAINT "grade_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_proposals" ADD CONSTRAINT "grade_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_lines" ADD CONSTRAINT "upper_lines_list_id_upper_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."upper_lists"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_lists" ADD CONSTRAINT "upper_lists_received_by_users_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commission_units_unit" ON "commission_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "commissions_deadline" ON "commissions" USING btree ("deadline");--> statement-breakpoint
CREATE INDEX "grade_proposals_item" ON "grade_proposals" USING btree ("item_id","state");--> statement-breakpoint
CREATE INDEX "grade_proposals_state" ON "grade_proposals" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE INDEX "instructions_item" ON "instructions" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "saved_views_user" ON "saved_views" USING btree ("user_id","position");--> statement-breakpoint
CREATE INDEX "upper_lines_list" ON "upper_lines" USING btree ("list_id","position");--> statement-breakpoint
CREATE INDEX "upper_lines_state" ON "upper_lines" USING btree ("state");