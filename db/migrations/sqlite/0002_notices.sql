CREATE TABLE `notice_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`corrects` text,
	`state` text NOT NULL,
	`number` text,
	`issuer` text NOT NULL,
	`addressees` text NOT NULL,
	`date` text NOT NULL,
	`copies` text,
	`doc_on_targets` text,
	`sealed` integer NOT NULL,
	`words` text NOT NULL,
	`reason` text,
	`despite` text,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`proposed_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`corrects`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`written_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `notice_drafts_quarter` ON `notice_drafts` (`quarter`,`state`);--> statement-breakpoint
CREATE TABLE `notice_rows` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`rows` text NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`corrects` text,
	`reason` text,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`document` text NOT NULL,
	`figures` text NOT NULL,
	`faults` text NOT NULL,
	`despite` text,
	`digest` text NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`written_by` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_code` ON `notices` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_number` ON `notices` (`number`);--> statement-breakpoint
CREATE INDEX `notices_quarter` ON `notices` (`quarter`,`issued_at`);--> statement-breakpoint
CREATE TABLE `objection_windows` (
	`quarter` text PRIMARY KEY NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	FOREIGN KEY (`opened_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`unit_id` text NOT NULL,
	`figure` text NOT NULL,
	`printed` text NOT NULL,
	`said` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`raised_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `objections_quarter` ON `objections` (`quarter`,`raised_at`);--> statement-breakpoint
CREATE TABLE `past_figures` (
	`quarter` text NOT NULL,
	`unit_id` text NOT NULL,
	`quarterly_items` integer,
	`items` integer NOT NULL,
	`annual_points` integer,
	`counts` text NOT NULL,
	PRIMARY KEY(`quarter`, `unit_id`),
	FOREIGN KEY (`quarter`) REFERENCES `past_quarters`(`quarter`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `past_quarters` (
	`quarter` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `simulations` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`name` text NOT NULL,
	`rules` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `simulations_quarter` ON `simulations` (`quarter`,`made_at`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`retired` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
);
