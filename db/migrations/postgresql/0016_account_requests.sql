CREATE TABLE "account_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"may_release" boolean NOT NULL,
	"may_issue" boolean NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "slip_by" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "slip_at" bigint;--> statement-breakpoint
ALTER TABLE "account_requests" ADD CONSTRAINT "account_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_requests" ADD CONSTRAINT "account_requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_requests" ADD CONSTRAINT "account_requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_requests_state" ON "account_requests" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE TRIGGER account_requests_noted AFTER INSERT OR UPDATE OR DELETE ON account_requests FOR EACH ROW EXECUTE FUNCTION note_written('id');
