import { expect, it } from "vitest";
import type { HistoryEntryRecord, HistoryOutcomeRecord, HistoryStore } from "@/application/history-record";
import type { Transaction, UnitOfWork, World } from "@/application/ports";
import { seedHistory } from "@/application/seed-history";

const ORDER = { seed: 3, from: "2026-01-01", days: 100, perDay: 4, traders: 20 };
const system = { kind: "system", id: "system", name: "system", organisationId: "authority" } as const;
const world = { newId: () => "id" } as World;

/** A store in memory whose transactions keep all or nothing; the database goes away after so many. */
function storeThatEndsAfter(transactions: number) {
  const entries: HistoryEntryRecord[] = [];
  const outcomes: HistoryOutcomeRecord[] = [];
  const history: Partial<HistoryStore> = {
    add: async (added) => void entries.push(...added),
    addOutcomes: async (added) => void outcomes.push(...added),
    entries: async (from, before) => entries.filter(({ entry }) => entry.day >= from && entry.day < before),
  };
  let left = transactions;
  const inTransaction: UnitOfWork = (_actor, work) => {
    if (left === 0) throw new Error("away");
    left -= 1;
    return work({ history } as Transaction);
  };
  return { entries, outcomes, inTransaction, comeBack: () => (left = Number.POSITIVE_INFINITY) };
}

it("goes on where it was broken off, and gives the same year as if it had not been", async () => {
  const whole = storeThatEndsAfter(Number.POSITIVE_INFINITY);
  await seedHistory({ ...whole, world }, system, ORDER);
  const broken = storeThatEndsAfter(3);
  await expect(seedHistory({ ...broken, world }, system, ORDER)).rejects.toThrow("away");
  expect(broken.entries.length).toBeGreaterThan(0);
  expect(broken.entries.length).toBeLessThan(whole.entries.length);
  broken.comeBack();
  await seedHistory({ ...broken, world }, system, ORDER);
  expect(broken.entries).toEqual(whole.entries);
  expect(broken.outcomes).toEqual(whole.outcomes);
  expect(await seedHistory({ ...broken, world }, system, ORDER)).toEqual({ ok: true, value: { entries: 0 } });
});

it("leaves a true history alone", async () => {
  const store = storeThatEndsAfter(Number.POSITIVE_INFINITY);
  await seedHistory({ ...store, world }, system, { ...ORDER, days: 30 });
  const [first] = store.entries;
  if (first) store.entries.splice(0, store.entries.length, { ...first, isGenerated: false });
  expect(await seedHistory({ ...store, world }, system, ORDER)).toEqual({ ok: true, value: { entries: 0 } });
});
