CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `limits_expiry` ON `limits` (`expires_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `failed_before` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `failed_tries` integer DEFAULT 0 NOT NULL;