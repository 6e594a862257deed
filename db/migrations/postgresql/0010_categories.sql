CREATE TABLE "categories" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"aliases" text NOT NULL,
	"position" bigint NOT NULL,
	"valid_from" text
);
--> statement-breakpoint
INSERT INTO categories (key, name, title, words, aliases, position, valid_from) VALUES
	('department', '部门', '区级部门', '部门', '["区直部门"]', 1, NULL),
	('town', '镇街', '镇、街道', '镇街', '["街镇","乡镇","镇(街道)","街道","街办","镇","乡"]', 2, NULL);
--> statement-breakpoint
ALTER TABLE units ADD CONSTRAINT units_category_fk FOREIGN KEY (category) REFERENCES categories (key) ON DELETE restrict;
--> statement-breakpoint
ALTER TABLE rules ADD CONSTRAINT rules_category_fk FOREIGN KEY (category) REFERENCES categories (key) ON DELETE restrict;
