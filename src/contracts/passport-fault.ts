import type { PassportFault } from "@/domain/passport/check";

/** What is wrong with a passport of goods that is kept, issued or taken back. */
export type PassportKeptFault =
  | PassportFault
  | "passport_label_unknown"
  | "passport_in_force"
  | "passport_of_other_goods"
  | "passport_shipment_of_other_goods"
  | "passport_unknown"
  | "passport_not_valid"
  | "passport_reason_missing";
