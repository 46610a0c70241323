import { datedText, sureOfOrder } from "./accept-date";
import type { Sought } from "./seek";

const DATED = {
  accept: datedText,
  likeness: sureOfOrder,
  mayWrap: true,
  places: { same: 1, right: 0.97, below: 0.94, above: 0.75 },
};
export const INVOICE_DATE: Sought = {
  name: "date",
  at: [
    ["invoice_date", 1],
    ["date", 0.92],
    ["issue_date", 0.9],
    ["invoice_number", 0.8],
  ],
  ...DATED,
};
/** A list that is not dated itself is of the day on which the goods were shipped. */
export const PACKED_DATE: Sought = { ...INVOICE_DATE, at: [...INVOICE_DATE.at, ["ship_date", 0.6]] };
export const ISSUE_DATE: Sought = {
  name: "date",
  at: [
    ["issue_date", 1],
    ["date", 0.88],
    ["issue_place", 0.8],
    ["onboard_date", 0.72],
    ["ship_date", 0.7],
  ],
  ...DATED,
  // Under the number of an invoice or a credit that a carrier copies stands when that was dated.
  copiedAt: /^\W*(?:dated|dt|dtd)\W*$/i,
};
/** A certificate lists the dates of invoices, inspections and treatments; it is issued after them. */
export const CERTIFIED_DATE: Sought = {
  ...ISSUE_DATE,
  at: ISSUE_DATE.at.map(([concept, trust]) => [concept, concept === "date" ? 0.8 : trust] as const),
  isLatest: true,
};
export const SHIP_DATE: Sought = {
  name: "date",
  at: [
    ["ship_date", 1],
    ["date", 0.95],
    ["issue_date", 0.9],
    ["onboard_date", 0.5],
  ],
  ...DATED,
};
