import type { Actor } from "@/application/actor";
import { issuePassport } from "@/application/issue-passport";
import { draftPassport } from "@/application/keep-passports";
import { DependencyError } from "@/application/ports";
import type { Failure } from "@/contracts/problem";
import type { PassportContent } from "@/domain/passport/passport";
import { addDays } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";

const YEAR_DAYS = 365;
const REPORT = {
  ...{ laboratory: "Elbe Test Laboratories GmbH", regulation: null, method: "IEC 62321-5:2013" },
  ...{ standard: "GB/T 26572-2011", lowerLimit: null, unit: "mg/kg", reportedOn: "2026-09-18" },
};

/** A passport of the earphones that passed both gates, of an invented maker. It stays a draft while no signer answers. */
export async function statePassport(actor: Actor, shipmentId: string): Promise<void> {
  const { inTransaction, world, passports } = services();
  const ports = { inTransaction, world, ...passports };
  const content: PassportContent = {
    granularity: "batch",
    gtin: "09520123456788",
    batch: "BT40-2609",
    serial: null,
    name: "Bluetooth wireless earphones BT-40",
    description: "In a charging case, with three sizes of ear tips",
    codes: ["851830", "85183020", "8518302000"],
    origin: "DE",
    originProof: { number: "HH-2026-004417", sha256: null },
    composition: [
      { material: "Polycarbonate", share: "61.5", origin: "DE" },
      { material: "Lithium cell", share: "22", origin: "KR" },
      { material: "Copper and solder", share: "12.5", origin: null },
      { material: "Silicone", share: "4", origin: "DE" },
    ],
    producer: { name: "Brightwell Audio GmbH", registration: "DE-HRB-118823" },
    facility: { name: "Works Hamburg", registration: "DE-HH-0417" },
    producedOn: "2026-09-08",
    expiresOn: null,
    validUntil: addDays(world.today(), 5 * YEAR_DAYS),
    reports: [
      { ...REPORT, property: "Lead", result: "38", upperLimit: "1000", number: "ETL-26-0911", sha256: "4b".repeat(32) },
      {
        ...REPORT,
        property: "Cadmium",
        result: "2.1",
        upperLimit: "100",
        number: "ETL-26-0912",
        sha256: "5c".repeat(32),
      },
    ],
    label: null,
  };
  const draft = { content, shipmentIds: [shipmentId] };
  const { id } = must(await draftPassport(ports, actor, draft));
  try {
    must(await issuePassport(ports, actor, id));
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
  }
}

function must<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`The passport of the demonstration was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
