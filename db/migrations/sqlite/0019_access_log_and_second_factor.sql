CREATE TABLE `accesses` (
	`seq` integer PRIMARY KEY NOT NULL,
	`once` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`origin` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accesses_once` ON `accesses` (`once`);--> statement-breakpoint
CREATE TABLE `strangers` (
	`hour` integer NOT NULL,
	`address` text NOT NULL,
	`verb` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	`accounts` text NOT NULL,
	PRIMARY KEY(`hour`, `address`, `verb`)
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`begun_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer NOT NULL,
	`recovery` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TRIGGER accesses_no_update BEFORE UPDATE ON accesses BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER accesses_no_delete BEFORE DELETE ON accesses BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
