-- How the lines of a scanned page hung before it was made level: a part of it is read again from the same page.
ALTER TABLE "page" ADD COLUMN "bend" JSONB;
