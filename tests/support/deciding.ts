import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import type { Outcome } from "@/domain/review/decision";
import { type House, must } from "./house";

/** What tests do with cases in a house: look at how one stands, and rule on it as an officer who has taken it. */
export function deciding(house: () => House) {
  return {
    caseRow: async (caseId: string) => {
      const { rows } = await house().sql.query<{
        shipment_id: string;
        clearance_id: string;
        lane: string;
        state: string;
        standing: string;
      }>(
        `select r.shipment_id, r.clearance_id, r.lane, r.state, c.state as standing
         from review_case r join clearance c on c.id = r.clearance_id where r.id = $1`,
        [caseId],
      );
      return rows[0] ?? { shipment_id: "", clearance_id: "", lane: "", state: "", standing: "" };
    },
    decide: async (caseId: string, outcome: Outcome, reason: string, by = house().officer) => {
      must(await claimReview(house(), by, caseId));
      return decideReview(house(), by, { caseId, outcome, reasons: [reason], note: "seen by the first" });
    },
  };
}
