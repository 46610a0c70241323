import { z } from "zod";
import { WHEREABOUTS } from "@/domain/alert/affected";
import { CLEARANCE_STATES, STAGES } from "@/domain/clearance/lifecycle";
import { id, instant } from "./scalars";

export const alertRowView = z.object({
  id,
  commodityPrefix: z.string().nullable(),
  origin: z.string().nullable(),
  producer: z.string().nullable(),
  words: z.array(z.string()),
  reason: z.string(),
  citation: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  state: z.enum(["active", "lifted"]),
  raisedBy: z.string(),
  raisedAt: instant,
  liftedBy: z.string().nullable(),
  liftedAt: instant.nullable(),
  liftReason: z.string().nullable(),
  /** Whether this officer may lift it: another than who raised it. */
  canLift: z.boolean(),
});

/** A shipment that an alert is of: where it is, and whom to ask for it. */
export const affectedShipmentView = z.object({
  shipmentId: id,
  reference: z.string(),
  broker: z.string(),
  consignee: z.string().nullable(),
  whereabouts: z.enum(WHEREABOUTS),
  gates: z.array(z.object({ stage: z.enum(STAGES), state: z.enum(CLEARANCE_STATES), releasedAt: instant.nullable() })),
  /** The lines that the alert is of. */
  lines: z.array(z.object({ line: z.number().int(), commodityCode: z.string(), description: z.string() })),
});

export const alertView = alertRowView.extend({ affected: z.array(affectedShipmentView) });

export type AlertRowView = z.infer<typeof alertRowView>;
export type AffectedShipmentView = z.infer<typeof affectedShipmentView>;
export type AlertView = z.infer<typeof alertView>;
