import { z } from "zod";
import type { Transaction } from "@/application/ports";
import { LAB_VERDICTS } from "@/domain/inspection/lab-result";
import type { SampleCustody } from "./generated/client";
import type { Scope } from "./scope";

/** Samples with their chain of custody, in the authority's own rows; the database changes none. */
export function sampleRepository({ db, organisationId, world }: Scope): Pick<Transaction, "samples"> {
  return {
    samples: {
      get: async (id) => {
        const row = await db.sample.findFirst({
          where: { organisationId, id },
          include: { custody: { orderBy: { position: "asc" } }, labResult: { select: { sampleId: true } } },
        });
        if (!row) return null;
        const { custody, labResult, takenBy: _by, takenByName: _name, at: _at, ...sample } = row;
        return { ...sample, custody: custody.map(toStep), isReported: labResult !== null };
      },
      ofItem: async (itemId) => {
        const rows = await db.sample.findMany({
          where: { organisationId, itemId },
          select: { id: true, sealNumber: true, labResult: { select: { verdict: true, validUntil: true } } },
          orderBy: { id: "asc" },
        });
        return rows.map(({ labResult, ...sample }) => ({
          ...sample,
          report: labResult && { verdict: verdict.parse(labResult.verdict), validUntil: labResult.validUntil },
        }));
      },
      add: async (sample, by) => {
        await db.sample.create({ data: { ...sample, takenBy: by.id, takenByName: by.name, at: world.now() } });
      },
      addStep: async (sample, position, { step, holder, isSealIntact, at }, by) => {
        await db.sampleCustody.create({
          data: {
            ...{ organisationId: sample.organisationId, sampleId: sample.id, position, step, holder, isSealIntact },
            ...{ happenedAt: new Date(at), recordedBy: by.id, recordedByName: by.name, at: world.now() },
          },
        });
      },
      report: async ({ sourceOrganisationId, shipmentId }, { values, ...result }, by) => {
        await db.labResult.create({
          data: {
            ...{ organisationId, sourceOrganisationId, shipmentId },
            ...result,
            values: values.map((each) => ({ ...each })),
            ...{ recordedBy: by.id, recordedByName: by.name, at: world.now() },
          },
        });
      },
    },
  };
}

const verdict = z.enum(LAB_VERDICTS);
const step = z.enum(["handed_over", "received"]);

function toStep(row: SampleCustody) {
  const { holder, isSealIntact, happenedAt } = row;
  return { step: step.parse(row.step), holder, isSealIntact, at: happenedAt.getTime() };
}
