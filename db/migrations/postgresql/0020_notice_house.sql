ALTER TABLE "notice_drafts" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD COLUMN "mark" text;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD COLUMN "submission_name" text;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD COLUMN "adoption_name" text;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD COLUMN "imprint_office" text;--> statement-breakpoint
ALTER TABLE "notice_drafts" ADD COLUMN "imprint_date" text;