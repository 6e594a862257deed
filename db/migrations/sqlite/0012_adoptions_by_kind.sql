CREATE INDEX `adoptions_day` ON `adoptions` (`adopted_on`);--> statement-breakpoint
CREATE INDEX `adoptions_kind` ON `adoptions` (`kind`,`item_id`);--> statement-breakpoint
CREATE INDEX `adoptions_publication` ON `adoptions` (`publication`,`item_id`);