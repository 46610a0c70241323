-- The bar codes of a page, sealed like its words: what they say is used when the document is divided or read again.
ALTER TABLE "page" ADD COLUMN "codes" BYTEA;
