CREATE TABLE "accesses" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"once" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"origin" text,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strangers" (
	"hour" bigint NOT NULL,
	"address" text NOT NULL,
	"verb" text NOT NULL,
	"count" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"accounts" text NOT NULL,
	CONSTRAINT "strangers_hour_address_verb_pk" PRIMARY KEY("hour","address","verb")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"user_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"begun_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"last_step" bigint NOT NULL,
	"recovery" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accesses_once" ON "accesses" USING btree ("once");
--> statement-breakpoint
CREATE TRIGGER accesses_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON accesses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER second_factors_noted AFTER INSERT OR UPDATE OR DELETE ON second_factors FOR EACH ROW EXECUTE FUNCTION note_written('user_id');
