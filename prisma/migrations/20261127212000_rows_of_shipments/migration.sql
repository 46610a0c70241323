-- Pages of shipments, cases and rulings ask for what belongs to each row by the shipment, the case or the clearance; without
-- an index every page read all rows of all shipments.
create index "decision_shipment_idx" on "decision" ("organisation_id", "shipment_id");
create index "decision_case_idx" on "decision" ("organisation_id", "case_id");
create index "decision_clearance_idx" on "decision" ("organisation_id", "clearance_id");
create index "requirement_shipment_idx" on "requirement" ("organisation_id", "shipment_id");
create index "payment_shipment_idx" on "payment" ("organisation_id", "shipment_id");
create index "risk_assessment_shipment_idx" on "risk_assessment" ("organisation_id", "shipment_id");
create index "tax_assessment_shipment_idx" on "tax_assessment" ("organisation_id", "shipment_id");
create index "release_order_shipment_idx" on "release_order" ("organisation_id", "shipment_id");
