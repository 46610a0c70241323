import type { BookRowFault } from "@/domain/account-book/table";
import type { CreditFault } from "@/domain/aeo/benefits";
import type { WhitelistFault } from "@/domain/aeo/import";
import type { StatementFault } from "@/domain/destruction/destruction";
import type { FieldKind } from "@/domain/extraction/field";
import type { ReturnDayFault } from "@/domain/goods-return/clock";
import type { ReversalFault } from "@/domain/goods-return/reverse";
import type { CustodyFault } from "@/domain/inspection/custody";
import type { ResultFault } from "@/domain/inspection/result";
import type { PermitFileFault } from "@/domain/permit/import-permits";
import type { PermitFault } from "@/domain/permit/permit";
import type { RulingFault } from "@/domain/review/decision";
import type { IrregularPassFault } from "@/domain/review/irregular-pass";
import type { ActivationFault, CheckFault } from "@/domain/risk-rules/rule";
import type { PassportKeptFault } from "./passport-fault";

/** What is wrong with a value that was sent; the words are in `faults.<language>.json`. */
export type InputFault =
  | WhitelistFault
  | CreditFault
  | RulingFault
  | IrregularPassFault
  | ResultFault
  | "hold_needs_day"
  | "answer_empty"
  | "suggestion_unexplained"
  | "alert_empty"
  | "alert_settled"
  | LawFault
  | RiskFault
  | RuleFault
  | BookFault
  | "malformed"
  | "csv_unreadable"
  | "address_in_use"
  | "authority_has_no_brokers"
  | "amount_not_positive"
  | "receipt_of_other_shipment"
  | "receipt_of_other_amount"
  | "bill_day_without_law"
  | "bill_of_other_content"
  | "bill_not_differing"
  | "bill_differs"
  | "bill_paid"
  | "refund_exceeds_paid"
  | "refund_open"
  | ReturnFault
  | ExchangeFault
  | "paper_number_form"
  | "producer_number_form"
  | "producer_number_country"
  | "check_character"
  | "no_such_field"
  | "cursor_unreadable"
  | "nul_character"
  | "no_such_agreement"
  | FeedFault
  | PermitRecordFault
  | PassportKeptFault
  | ViewFault
  | ItemFault
  | NotifyFault
  | `form_${FieldKind}`;

/** What is wrong with an item of an inspection, with a sample or with what a laboratory found. */
export type ItemFault =
  | CustodyFault
  | "both_ends_uninspected"
  | "inspected_before"
  | "ground_unexplained"
  | "item_not_ordered"
  | "seal_number_missing"
  | "seal_state_missing"
  | "validity_past"
  | "sample_not_ordered"
  | "sample_reported"
  | "sample_ahead"
  | "measurement_form"
  | "report_ahead";

/** What is wrong with what somebody wants to be told, or with an address that is to be told. */
export type NotifyFault =
  | "notice_kind_not_told"
  | "notice_kind_twice"
  | "quiet_hours_form"
  | "webhook_not_https"
  | "webhook_port"
  | "webhook_credentials"
  | "webhook_host_unknown"
  | "webhook_host_private"
  | "webhooks_too_many"
  | "webhook_not_on"
  | "webhook_test_pending"
  | "delivery_pending";

/** What is wrong with a permit that is recorded, or with one that is to meet a requirement. */
export type PermitRecordFault =
  | PermitFault
  | PermitFileFault
  | "permits_too_many"
  | "permit_kind_unknown"
  | "permit_number_form"
  | "permit_number_taken"
  | "permit_quantity_unit";

/** What is wrong with a view of a list that is saved. */
export type ViewFault =
  | "view_name_taken"
  | "view_filter_unknown"
  | "view_column_unknown"
  | "view_names_person"
  | "views_full";

/** What stands in the way of goods that come back. */
type ReturnFault =
  | ReturnDayFault
  | ReversalFault["kind"]
  | "return_regime"
  | "return_not_released"
  | "return_settled"
  | "return_quantity_form"
  | "return_condition";

/** What stands in the way of an act on messages to authorities. */
type ExchangeFault =
  | "message_not_failed"
  | "message_not_sent"
  | "message_not_contested"
  | "answer_not_quarantined"
  | "answer_not_attachable"
  | "answer_ruled"
  | "channel_in_force"
  | "address_not_allowed"
  | "fact_not_asked";

/** What is wrong with a basket of changes of the law, or with one of them. */
export type LawFault =
  | "day_not_ahead"
  | "change_empty"
  | "change_twice"
  | "fact_malformed"
  | "fact_unknown"
  | "fact_begins_later"
  | "fact_exists"
  | "replaces_missing"
  | "basket_settled"
  | "basket_empty"
  | "basket_not_checked"
  | "basket_in_force"
  | "basket_built_upon"
  | "case_not_failing"
  | "json_unreadable"
  | "table_fault";

/** What is wrong with a row of a file for an account book, or with what somebody would do with a book. */
export type BookFault =
  | BookRowFault
  | DestructionFault
  | "book_ended_before"
  | "book_number_taken"
  | "book_item_of_other_goods"
  | "refund_above_out"
  | "transfer_of_other_goods"
  | "transfer_above_available"
  | "count_empty"
  | "count_open"
  | "count_moved"
  | "nothing_to_list"
  | "departure_ahead"
  | "arrival_day_ahead";

/** What stands in the way of a destruction of bonded goods. */
type DestructionFault =
  | StatementFault
  | "destruction_state"
  | "destruction_office_unknown"
  | "destruction_lot_twice"
  | "destruction_above_available"
  | "destruction_day_past"
  | "destruction_day_outside"
  | "destruction_reason_missing"
  | "certificate_day_outside"
  | "certificate_taken";

/** What is wrong with a record of an order feed, or with the file that brings it. */
export type FeedFault =
  | "amount_form"
  | "currency_form"
  | "code_form"
  | "time_form"
  | "line_number_twice"
  | "too_many_records"
  | "shipment_of_order"
  | "record_contradicts"
  | "record_of_lodged_order"
  | "encoding_unknown"
  | "formula_cell"
  | "column_missing"
  | "column_unknown"
  | "rows_disagree"
  | "rows_missing";

/** What is wrong with a policy of selectivity, or stands in the way of a model. */
export type RiskFault = "policy_range" | "policy_settled" | "model_in_training" | "model_not_challenger";
/** What is wrong with a rule of risk, or with what somebody would do with it. */
export type RuleFault =
  | "form_code_beginning"
  | ActivationFault
  | CheckFault
  | "expression_fault"
  | "list_unknown"
  | "rule_code_form"
  | "rule_code_taken"
  | "rule_state"
  | "rule_not_in_force"
  | "rule_no_version_before"
  | "window_empty"
  | "window_ahead"
  | "list_state"
  | "rule_list_changed";
