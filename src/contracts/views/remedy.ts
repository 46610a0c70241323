import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { STEP_KINDS } from "@/domain/remedy/step";
import { LANES } from "@/domain/selectivity/lanes";
import { id } from "./scalars";

const stepView = z.object({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  /** Who acts. */
  who: z.enum(["broker"]),
  requirement: z.string().nullable(),
  /** The value that a surer paper contradicts, and what that says. */
  correction: z
    .object({
      fieldId: id,
      documentId: id,
      figure: z.enum(["declaredGrossKg", "transportGrossKg", "declaredPackages", "transportPackages"]),
      from: z.string(),
      to: z.string(),
      evidenceFieldId: id,
    })
    .nullable(),
});

/** What would release a clearance: sets of lawful steps, each tried by making the decision again. */
export const remediesView = z.object({
  /** `waits` before there is a lane, `free` where nothing stands against the release, `officer` where only one can act. */
  status: z.enum(["waits", "free", "steps", "officer"]),
  stage: z.enum(STAGES),
  sets: z.array(
    z.object({
      steps: z.array(stepView),
      /** Null before a lane is chosen, which the papers lead to. */
      promised: z.object({ lane: z.enum(LANES), blockers: z.array(z.string()) }).nullable(),
      isByOfficer: z.boolean(),
    }),
  ),
  /** For the authority alone: the lane without each of the causes. */
  counterfactuals: z.array(z.object({ without: z.string(), lane: z.enum(LANES), score: z.number().int() })).nullable(),
  isHiddenFromBroker: z.boolean().nullable(),
});

export type RemediesView = z.infer<typeof remediesView>;
