import { createHash, hash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { World } from "@/application/ports";
import { SALT_BYTES } from "@/domain/evidence/commitment";

/** The real clock, ids and hash. Days are those of the customs offices, which all keep China Standard Time. */
export function createWorld(): World {
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Asia/Shanghai",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return {
    now: () => new Date(),
    today: () => calendar.format(new Date()),
    dayOf: (instant) => calendar.format(instant),
    newId: () => v7(),
    sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
    digest: (bytes) => hash("sha256", bytes, "buffer"),
    newSalt: () => new Uint8Array(randomBytes(SALT_BYTES)),
  };
}
