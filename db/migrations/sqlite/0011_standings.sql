ALTER TABLE `items` ADD `standing` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE items SET standing = CASE WHEN items.state <> 'received' THEN items.state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = items.id AND r.adoption_id IS NULL) THEN 'graded'
    WHEN items.not_used THEN 'not_used' ELSE 'ungraded' END;
--> statement-breakpoint
CREATE INDEX `items_standing` ON `items` (`standing`,`submitted_at`,`id`,`unit_id`,`type`);
--> statement-breakpoint
CREATE TRIGGER items_standing_insert AFTER INSERT ON items
BEGIN UPDATE items SET standing = CASE WHEN items.state <> 'received' THEN items.state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = items.id AND r.adoption_id IS NULL) THEN 'graded'
    WHEN items.not_used THEN 'not_used' ELSE 'ungraded' END WHERE id = new.id; END;
--> statement-breakpoint
CREATE TRIGGER items_standing_update AFTER UPDATE OF state, not_used ON items
BEGIN UPDATE items SET standing = CASE WHEN items.state <> 'received' THEN items.state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = items.id AND r.adoption_id IS NULL) THEN 'graded'
    WHEN items.not_used THEN 'not_used' ELSE 'ungraded' END WHERE id = new.id; END;
--> statement-breakpoint
CREATE TRIGGER adoptions_standing AFTER INSERT ON adoptions
BEGIN UPDATE items SET standing = CASE WHEN items.state <> 'received' THEN items.state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = items.id AND r.adoption_id IS NULL) THEN 'graded'
    WHEN items.not_used THEN 'not_used' ELSE 'ungraded' END WHERE id = new.item_id; END;
--> statement-breakpoint
CREATE TRIGGER revocations_standing AFTER INSERT ON adoption_revocations
BEGIN UPDATE items SET standing = CASE WHEN items.state <> 'received' THEN items.state
    WHEN EXISTS (SELECT 1 FROM adoptions a LEFT JOIN adoption_revocations r ON r.adoption_id = a.id WHERE a.item_id = items.id AND r.adoption_id IS NULL) THEN 'graded'
    WHEN items.not_used THEN 'not_used' ELSE 'ungraded' END WHERE id = (SELECT item_id FROM adoptions WHERE id = new.adoption_id); END;
