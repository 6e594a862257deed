CREATE TABLE "adoption_revocations" (
	"adoption_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"revoked_by" text,
	"revoked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"adopted_on" text NOT NULL,
	"quarter" text NOT NULL,
	"publication" text,
	"issue_no" text,
	"recorded_by" text,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"figures" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "former_passwords" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"password_hash" text NOT NULL,
	"replaced_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_events" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"verb" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text,
	"reason" text,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"item_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "item_versions_item_id_version_pk" PRIMARY KEY("item_id","version")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"unit_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"type" text,
	"event_day" text,
	"author" text,
	"phone" text,
	"signer" text,
	"unclassified_at" bigint,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"submitted_at" bigint,
	"quarter" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_keys" (
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"verb" text NOT NULL,
	"digest" text NOT NULL,
	"answer" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "request_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"category" text NOT NULL,
	"valid_from" text NOT NULL,
	"kind" text NOT NULL,
	"points" bigint NOT NULL,
	"source" text,
	CONSTRAINT "rules_category_valid_from_kind_pk" PRIMARY KEY("category","valid_from","kind")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"version" bigint NOT NULL,
	"address" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"first_at" bigint NOT NULL,
	"locked_until" bigint
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"quarterly_items" bigint NOT NULL,
	"annual_points" bigint NOT NULL,
	CONSTRAINT "targets_unit_id_year_pk" PRIMARY KEY("unit_id","year")
);
--> statement-breakpoint
CREATE TABLE "unit_aliases" (
	"name" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"may_release" boolean NOT NULL,
	"may_issue" boolean NOT NULL,
	"password_hash" text NOT NULL,
	"password_changed_at" bigint NOT NULL,
	"must_change_password" boolean NOT NULL,
	"disabled" boolean NOT NULL,
	"session_version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "adoption_revocations" ADD CONSTRAINT "adoption_revocations_adoption_id_adoptions_id_fk" FOREIGN KEY ("adoption_id") REFERENCES "public"."adoptions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_revocations" ADD CONSTRAINT "adoption_revocations_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_passwords" ADD CONSTRAINT "former_passwords_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_events" ADD CONSTRAINT "item_events_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_events" ADD CONSTRAINT "item_events_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_aliases" ADD CONSTRAINT "unit_aliases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoptions_item" ON "adoptions" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "adoptions_count" ON "adoptions" USING btree ("quarter","kind","item_id");--> statement-breakpoint
CREATE INDEX "audit_figures" ON "audit" USING btree ("figures","seq");--> statement-breakpoint
CREATE INDEX "former_passwords_user" ON "former_passwords" USING btree ("user_id","replaced_at");--> statement-breakpoint
CREATE INDEX "item_events_item" ON "item_events" USING btree ("item_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "items_ref" ON "items" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "items_count" ON "items" USING btree ("quarter","state","unit_id");--> statement-breakpoint
CREATE INDEX "items_newest" ON "items" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "items_submitted" ON "items" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "items_unit" ON "items" USING btree ("unit_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "items_own" ON "items" USING btree ("unit_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login" ON "users" USING btree ("login");