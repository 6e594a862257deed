CREATE TABLE `categories` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`aliases` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text
);
--> statement-breakpoint
INSERT INTO categories (key, name, title, words, aliases, position, valid_from) VALUES
	('department', '部门', '区级部门', '部门', '["区直部门"]', 1, NULL),
	('town', '镇街', '镇、街道', '镇街', '["街镇","乡镇","镇(街道)","街道","街办","镇","乡"]', 2, NULL);
--> statement-breakpoint
CREATE TRIGGER units_category_insert BEFORE INSERT ON units
WHEN NOT EXISTS (SELECT 1 FROM categories WHERE key = new.category)
BEGIN SELECT RAISE(ABORT, 'no such category'); END;
--> statement-breakpoint
CREATE TRIGGER units_category_update BEFORE UPDATE OF category ON units
WHEN NOT EXISTS (SELECT 1 FROM categories WHERE key = new.category)
BEGIN SELECT RAISE(ABORT, 'no such category'); END;
--> statement-breakpoint
CREATE TRIGGER rules_category_insert BEFORE INSERT ON rules
WHEN NOT EXISTS (SELECT 1 FROM categories WHERE key = new.category)
BEGIN SELECT RAISE(ABORT, 'no such category'); END;
--> statement-breakpoint
CREATE TRIGGER rules_category_update BEFORE UPDATE OF category ON rules
WHEN NOT EXISTS (SELECT 1 FROM categories WHERE key = new.category)
BEGIN SELECT RAISE(ABORT, 'no such category'); END;
--> statement-breakpoint
CREATE TRIGGER categories_kept_delete BEFORE DELETE ON categories
WHEN EXISTS (SELECT 1 FROM units WHERE category = old.key) OR EXISTS (SELECT 1 FROM rules WHERE category = old.key)
BEGIN SELECT RAISE(ABORT, 'a category in use is kept'); END;
--> statement-breakpoint
CREATE TRIGGER categories_kept_update BEFORE UPDATE OF key ON categories
WHEN new.key <> old.key AND (EXISTS (SELECT 1 FROM units WHERE category = old.key) OR EXISTS (SELECT 1 FROM rules WHERE category = old.key))
BEGIN SELECT RAISE(ABORT, 'a category in use is kept'); END;
