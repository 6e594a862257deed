CREATE TABLE `commission_units` (
	`commission_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`item_id` text,
	`answered_at` integer,
	PRIMARY KEY(`commission_id`, `unit_id`),
	FOREIGN KEY (`commission_id`) REFERENCES `commissions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `commission_units_unit` ON `commission_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `commissions` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`words` text NOT NULL,
	`deadline` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `commissions_deadline` ON `commissions` (`deadline`);--> statement-breakpoint
CREATE TABLE `focuses` (
	`week` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`written_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `grade_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`adopted_on` text NOT NULL,
	`publication` text,
	`issue_no` text,
	`evidence` text,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`adoption_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `grade_proposals_item` ON `grade_proposals` (`item_id`,`state`);--> statement-breakpoint
CREATE INDEX `grade_proposals_state` ON `grade_proposals` (`state`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `instructions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`level` text NOT NULL,
	`given_on` text NOT NULL,
	`words` text NOT NULL,
	`feedback_due` text,
	`feedback` text,
	`feedback_on` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	`reason` text,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revoked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `instructions_item` ON `instructions` (`item_id`);--> statement-breakpoint
CREATE TABLE `reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`verb` text NOT NULL,
	`words` text NOT NULL,
	`position` integer NOT NULL,
	`retired` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `saved_views_user` ON `saved_views` (`user_id`,`position`);--> statement-breakpoint
CREATE TABLE `upper_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`unit` text,
	`kind` text NOT NULL,
	`adopted_on` text NOT NULL,
	`publication` text,
	`issue_no` text,
	`state` text NOT NULL,
	`adoption_id` text,
	FOREIGN KEY (`list_id`) REFERENCES `upper_lists`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `upper_lines_list` ON `upper_lines` (`list_id`,`position`);--> statement-breakpoint
CREATE INDEX `upper_lines_state` ON `upper_lines` (`state`);--> statement-breakpoint
CREATE TABLE `upper_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`received_by` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`received_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `adoptions` ADD `evidence` text;--> statement-breakpoint
ALTER TABLE `items` ADD `duplicate_of` text;--> statement-breakpoint
ALTER TABLE `items` ADD `not_used` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `reason_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `reason` text;