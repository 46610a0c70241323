-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('broker', 'authority');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('bonded_exit', 'domestic_distribution');

-- CreateEnum
CREATE TYPE "lane" AS ENUM ('green', 'blue', 'yellow', 'red');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('seller', 'buyer', 'consignee');

-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('stored', 'reading', 'read', 'rejected', 'failed');

-- CreateEnum
CREATE TYPE "field_status" AS ENUM ('suggested', 'confirmed', 'corrected', 'rejected');

-- CreateEnum
CREATE TYPE "clearance_state" AS ENUM ('opened', 'documented', 'declared', 'assessed', 'in_review', 'in_examination', 'releasable', 'released', 'refused');

-- CreateEnum
CREATE TYPE "requirement_state" AS ENUM ('missing', 'submitted', 'verified', 'waived', 'failed');

-- CreateEnum
CREATE TYPE "security_kind" AS ENUM ('guarantee', 'payment');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('open', 'decided', 'withdrawn');

-- CreateEnum
CREATE TYPE "credit_tier" AS ENUM ('advanced_certified', 'certified', 'regular', 'dishonest', 'seriously_dishonest');

-- CreateEnum
CREATE TYPE "authorisation_state" AS ENUM ('proposed', 'active', 'rejected', 'suspended', 'superseded');

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "logo" TEXT,
    "metadata" TEXT,
    "kind" "organisation_kind" NOT NULL DEFAULT 'broker',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "active_organisation_id" UUID,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT,
    "status" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "inviter_id" UUID NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "roles" TEXT[],
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "regime" CHAR(4) NOT NULL,
    "office_organisation_id" UUID,
    "office_id" UUID,
    "consumer_name" BYTEA,
    "consumer_name_masked" TEXT,
    "consumer_identity" BYTEA,
    "consumer_token" TEXT,
    "consumer_masked" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "party" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "role" "party_role" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "goods_line" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "commodity_code" TEXT NOT NULL,
    "quantity" DECIMAL(18,5) NOT NULL,
    "unit" TEXT,
    "amount" DECIMAL(18,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "origin" CHAR(2) NOT NULL,
    "net_weight_kg" DECIMAL(18,5),

    CONSTRAINT "goods_line_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_length" BIGINT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "state" "document_state" NOT NULL,
    "type" TEXT,
    "type_confidence" DOUBLE PRECISION,
    "rejection" TEXT,
    "page_count" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "page" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "aspect" DOUBLE PRECISION NOT NULL,
    "method" TEXT NOT NULL,
    "rotation" INTEGER NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "image_sha256" CHAR(64) NOT NULL,
    "words" BYTEA NOT NULL,

    CONSTRAINT "page_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "extracted_field" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "document_id" UUID,
    "name" TEXT NOT NULL,
    "line" INTEGER,
    "sealed" BYTEA NOT NULL,
    "searched" TEXT,
    "page" INTEGER,
    "box" JSONB,
    "confidence" DOUBLE PRECISION NOT NULL,
    "method" TEXT NOT NULL,
    "status" "field_status" NOT NULL,
    "typed_at_stage" "stage",
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extracted_field_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "regime" CHAR(4) NOT NULL,
    "content" BYTEA NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "law_date" CHAR(10) NOT NULL,
    "office_organisation_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "lodged_by" TEXT NOT NULL,
    "lodged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "state" "clearance_state" NOT NULL,
    "lane" "lane",
    "declaration_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "code" TEXT NOT NULL,
    "state" "requirement_state" NOT NULL,
    "reason" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "citation" TEXT NOT NULL,
    "evidence_reference" TEXT,
    "evidence_document_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "tax_assessment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "law_date" CHAR(10) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "customs_value" DECIMAL(18,2) NOT NULL,
    "duty" DECIMAL(18,2) NOT NULL,
    "consumption_tax" DECIMAL(18,2) NOT NULL,
    "vat" DECIMAL(18,2) NOT NULL,
    "total" DECIMAL(18,2) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tax_assessment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "tax_line" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER,
    "kind" TEXT NOT NULL,
    "base" DECIMAL(18,2) NOT NULL,
    "rate" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "fact_id" TEXT,
    "citation" TEXT NOT NULL,
    "valid_from" CHAR(10) NOT NULL,

    CONSTRAINT "tax_line_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "guarantee_account" (
    "organisation_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "limit_amount" DECIMAL(18,2) NOT NULL,
    "reserved_amount" DECIMAL(18,2) NOT NULL DEFAULT 0,

    CONSTRAINT "guarantee_account_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "payment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "kind" "security_kind" NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reference" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "risk_assessment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "scorecard_version" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "lane" "lane" NOT NULL,
    "lane_cause" TEXT NOT NULL,
    "needs_two_officers" BOOLEAN NOT NULL,
    "hard_rules" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "draw_value" DOUBLE PRECISION NOT NULL,
    "random_share" DOUBLE PRECISION NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_assessment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "risk_contribution" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "factor" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,

    CONSTRAINT "risk_contribution_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "review_case" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "lane" "lane" NOT NULL,
    "needs_two_officers" BOOLEAN NOT NULL,
    "state" "review_state" NOT NULL,
    "claimed_by" TEXT,
    "claimed_by_name" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_case_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "officer_id" TEXT NOT NULL,
    "officer_name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" TEXT[],
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "release_order" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "number" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_order_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "access_grant" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "grantee_organisation_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "aeo_authorisation" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "aeo_code" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "tier" "credit_tier" NOT NULL,
    "roles" TEXT[],
    "commodity_prefixes" TEXT[],
    "origins" TEXT[],
    "value_cap" DECIMAL(18,2),
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "state" "authorisation_state" NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "approved_by" TEXT,
    "approved_by_name" TEXT,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "aeo_authorisation_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "legal_parameter" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "citation" TEXT NOT NULL,

    CONSTRAINT "legal_parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tariff_measure" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "origin" CHAR(2),
    "kind" TEXT NOT NULL,
    "fact" JSONB NOT NULL,
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "citation" TEXT NOT NULL,

    CONSTRAINT "tariff_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_fact" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fact" JSONB NOT NULL,
    "valid_from" CHAR(10) NOT NULL,
    "valid_to" CHAR(10),
    "citation" TEXT NOT NULL,

    CONSTRAINT "reference_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_entry" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "stage" "stage",
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "evidence_entry_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "state" TEXT NOT NULL,
    "status" INTEGER,
    "body" BYTEA,
    "locked_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("organisation_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "office_organisation_id_code_key" ON "office"("organisation_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organisation_id_user_id_key" ON "membership"("organisation_id", "user_id");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secret_hash_key" ON "api_key"("secret_hash");

-- CreateIndex
CREATE INDEX "shipment_organisation_id_created_at_id_idx" ON "shipment"("organisation_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "shipment_organisation_id_reference_key" ON "shipment"("organisation_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "party_organisation_id_shipment_id_role_key" ON "party"("organisation_id", "shipment_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "goods_line_organisation_id_shipment_id_number_key" ON "goods_line"("organisation_id", "shipment_id", "number");

-- CreateIndex
CREATE INDEX "document_organisation_id_shipment_id_idx" ON "document"("organisation_id", "shipment_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_organisation_id_sha256_key" ON "document"("organisation_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "page_organisation_id_document_id_number_key" ON "page"("organisation_id", "document_id", "number");

-- CreateIndex
CREATE INDEX "extracted_field_organisation_id_shipment_id_idx" ON "extracted_field"("organisation_id", "shipment_id");

-- CreateIndex
CREATE INDEX "extracted_field_organisation_id_document_id_idx" ON "extracted_field"("organisation_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_organisation_id_shipment_id_version_key" ON "declaration"("organisation_id", "shipment_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_organisation_id_shipment_id_stage_key" ON "clearance"("organisation_id", "shipment_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_organisation_id_clearance_id_code_key" ON "requirement"("organisation_id", "clearance_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "tax_assessment_organisation_id_declaration_id_key" ON "tax_assessment"("organisation_id", "declaration_id");

-- CreateIndex
CREATE UNIQUE INDEX "tax_line_organisation_id_assessment_id_position_key" ON "tax_line"("organisation_id", "assessment_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "payment_organisation_id_declaration_id_kind_reference_key" ON "payment"("organisation_id", "declaration_id", "kind", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "risk_assessment_organisation_id_clearance_id_declaration_id_key" ON "risk_assessment"("organisation_id", "clearance_id", "declaration_id");

-- CreateIndex
CREATE UNIQUE INDEX "risk_contribution_organisation_id_assessment_id_position_key" ON "risk_contribution"("organisation_id", "assessment_id", "position");

-- CreateIndex
CREATE INDEX "review_case_state_opened_at_idx" ON "review_case"("state", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_case_organisation_id_clearance_id_declaration_id_key" ON "review_case"("organisation_id", "clearance_id", "declaration_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_order_organisation_id_clearance_id_key" ON "release_order"("organisation_id", "clearance_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_order_organisation_id_number_key" ON "release_order"("organisation_id", "number");

-- CreateIndex
CREATE INDEX "access_grant_grantee_organisation_id_shipment_id_idx" ON "access_grant"("grantee_organisation_id", "shipment_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_grant_organisation_id_shipment_id_grantee_organisati_key" ON "access_grant"("organisation_id", "shipment_id", "grantee_organisation_id");

-- CreateIndex
CREATE INDEX "aeo_authorisation_holder_idx" ON "aeo_authorisation"("holder");

-- CreateIndex
CREATE INDEX "legal_parameter_code_valid_from_idx" ON "legal_parameter"("code", "valid_from");

-- CreateIndex
CREATE INDEX "tariff_measure_code_valid_from_idx" ON "tariff_measure"("code", "valid_from");

-- CreateIndex
CREATE INDEX "reference_fact_kind_valid_from_idx" ON "reference_fact"("kind", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_entry_organisation_id_shipment_id_sequence_key" ON "evidence_entry"("organisation_id", "shipment_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_idx" ON "audit_entry"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "outbox_message_seq_idx" ON "outbox_message"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_id_key" ON "outbox_message"("id");

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goods_line" ADD CONSTRAINT "goods_line_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page" ADD CONSTRAINT "page_organisation_id_document_id_fkey" FOREIGN KEY ("organisation_id", "document_id") REFERENCES "document"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extracted_field" ADD CONSTRAINT "extracted_field_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extracted_field" ADD CONSTRAINT "extracted_field_organisation_id_document_id_fkey" FOREIGN KEY ("organisation_id", "document_id") REFERENCES "document"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_organisation_id_declaration_id_fkey" FOREIGN KEY ("organisation_id", "declaration_id") REFERENCES "declaration"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_organisation_id_clearance_id_fkey" FOREIGN KEY ("organisation_id", "clearance_id") REFERENCES "clearance"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_assessment" ADD CONSTRAINT "tax_assessment_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_assessment" ADD CONSTRAINT "tax_assessment_organisation_id_declaration_id_fkey" FOREIGN KEY ("organisation_id", "declaration_id") REFERENCES "declaration"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tax_line" ADD CONSTRAINT "tax_line_organisation_id_assessment_id_fkey" FOREIGN KEY ("organisation_id", "assessment_id") REFERENCES "tax_assessment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organisation_id_declaration_id_fkey" FOREIGN KEY ("organisation_id", "declaration_id") REFERENCES "declaration"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_assessment" ADD CONSTRAINT "risk_assessment_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_assessment" ADD CONSTRAINT "risk_assessment_organisation_id_clearance_id_fkey" FOREIGN KEY ("organisation_id", "clearance_id") REFERENCES "clearance"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_assessment" ADD CONSTRAINT "risk_assessment_organisation_id_declaration_id_fkey" FOREIGN KEY ("organisation_id", "declaration_id") REFERENCES "declaration"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_contribution" ADD CONSTRAINT "risk_contribution_organisation_id_assessment_id_fkey" FOREIGN KEY ("organisation_id", "assessment_id") REFERENCES "risk_assessment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_organisation_id_clearance_id_fkey" FOREIGN KEY ("organisation_id", "clearance_id") REFERENCES "clearance"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_organisation_id_declaration_id_fkey" FOREIGN KEY ("organisation_id", "declaration_id") REFERENCES "declaration"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organisation_id_case_id_fkey" FOREIGN KEY ("organisation_id", "case_id") REFERENCES "review_case"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organisation_id_clearance_id_fkey" FOREIGN KEY ("organisation_id", "clearance_id") REFERENCES "clearance"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_order" ADD CONSTRAINT "release_order_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_order" ADD CONSTRAINT "release_order_organisation_id_clearance_id_fkey" FOREIGN KEY ("organisation_id", "clearance_id") REFERENCES "clearance"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_entry" ADD CONSTRAINT "evidence_entry_organisation_id_shipment_id_fkey" FOREIGN KEY ("organisation_id", "shipment_id") REFERENCES "shipment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


