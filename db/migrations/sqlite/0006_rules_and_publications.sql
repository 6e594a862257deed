CREATE TABLE `adoption_credits` (
	`adoption_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`adoption_id`, `unit_id`),
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `item_units` (
	`item_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`item_id`, `unit_id`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `edited_sources` (
	`text_id` text NOT NULL,
	`item_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_version` integer NOT NULL,
	PRIMARY KEY(`text_id`, `item_id`),
	FOREIGN KEY (`text_id`) REFERENCES `edited_texts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `edited_sources_item` ON `edited_sources` (`item_id`);--> statement-breakpoint
CREATE TABLE `edited_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`dropped` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edited_texts_item` ON `edited_texts` (`item_id`);--> statement-breakpoint
CREATE INDEX `edited_texts_newest` ON `edited_texts` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `edited_versions` (
	`text_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	PRIMARY KEY(`text_id`, `version`),
	FOREIGN KEY (`text_id`) REFERENCES `edited_texts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`edited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `issue_entries` (
	`issue_id` text NOT NULL,
	`text_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text,
	`body` text,
	PRIMARY KEY(`issue_id`, `text_id`),
	FOREIGN KEY (`issue_id`) REFERENCES `publication_issues`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`text_id`) REFERENCES `edited_texts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `issue_entries_text` ON `issue_entries` (`text_id`);--> statement-breakpoint
CREATE TABLE `publication_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`publication_id` text NOT NULL,
	`year` integer NOT NULL,
	`issue_no` integer NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`released_by` text,
	`released_at` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`released_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `publication_issues_number` ON `publication_issues` (`publication_id`,`year`,`issue_no`);--> statement-breakpoint
CREATE INDEX `publication_issues_newest` ON `publication_issues` (`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`issuer` text NOT NULL,
	`position` integer NOT NULL,
	`retired` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_name` ON `publications` (`name`);--> statement-breakpoint
CREATE TABLE `levels` (
	`level` text PRIMARY KEY NOT NULL,
	`formed` integer NOT NULL,
	`upper` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `commissions` ADD `quarter` text;--> statement-breakpoint
CREATE INDEX `commissions_count` ON `commissions` (`quarter`);--> statement-breakpoint
ALTER TABLE `instructions` ADD `quarter` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `instructions_count` ON `instructions` (`quarter`,`item_id`);--> statement-breakpoint
ALTER TABLE `adoptions` ADD `sharers` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `adoptions` ADD `text_id` text;--> statement-breakpoint
ALTER TABLE `rules` ADD `choice` text;