ALTER TABLE `notice_drafts` ADD `title` text;--> statement-breakpoint
ALTER TABLE `notice_drafts` ADD `mark` text;--> statement-breakpoint
ALTER TABLE `notice_drafts` ADD `submission_name` text;--> statement-breakpoint
ALTER TABLE `notice_drafts` ADD `adoption_name` text;--> statement-breakpoint
ALTER TABLE `notice_drafts` ADD `imprint_office` text;--> statement-breakpoint
ALTER TABLE `notice_drafts` ADD `imprint_date` text;