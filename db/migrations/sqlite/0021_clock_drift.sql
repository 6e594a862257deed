ALTER TABLE `items` ADD `clock_drift` integer;--> statement-breakpoint
CREATE INDEX `items_unnumbered` ON `items` (`submitted_at`,`id`) WHERE "clock_drift" is not null;