import { err, ok, type Result } from "../shared/result";
import { fault, type MessageFault } from "./fault";
import type { ReceiptMessage } from "./message";
import { type StatusProfile, translateStatus } from "./receipt-status";

/** A receipt in the status codes of another list; refused where that has none with the same meaning. */
export function translateReceipt(
  receipt: ReceiptMessage,
  to: StatusProfile,
): Result<ReceiptMessage, readonly MessageFault[]> {
  const status = translateStatus(receipt.profile, receipt.status, to);
  if (status === null)
    return err([fault("no_counterpart", "receipt", "status", { value: receipt.status, expected: to })]);
  return ok({ ...receipt, status, profile: to });
}
