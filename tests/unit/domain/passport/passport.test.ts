import { describe, expect, it } from "vitest";
import { passportCredential, passportJsonSchema, statusListCredentialSchema } from "@/contracts/passport-credential";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import type { Fact } from "@/domain/declaration/facts";
import { checkPassport } from "@/domain/passport/check";
import { credentialOf, didOf, statusListCredential } from "@/domain/passport/credential";
import { mayBecome, PASSPORT_STATES, type PassportContent, standingOn } from "@/domain/passport/passport";
import { judge } from "@/domain/passport/quality";
import { SOME_HASH, TOYS } from "../../../support/toys";

const TODAY = "2026-11-28";
const faults = (change: Partial<PassportContent>) =>
  checkPassport({ ...TOYS, ...change }, TODAY).map(({ pointer, fault }) => `${pointer} ${fault}`);
const report = (change: object) => ({ reports: [{ ...TOYS.reports[0], ...change }] }) as Partial<PassportContent>;

describe("what a passport says", () => {
  it("is taken as it is when nothing is wrong", () => {
    expect(faults({})).toEqual([]);
  });

  it("names the numbers of its level and no others", () => {
    expect(faults({ batch: null })).toEqual(["/batch passport_batch_missing"]);
    expect(faults({ granularity: "item" })).toEqual(["/serial passport_serial_missing"]);
    expect(faults({ granularity: "model" })).toEqual(["/batch passport_number_beyond_level"]);
    expect(faults({ serial: "1" })).toEqual(["/serial passport_number_beyond_level"]);
    expect(faults({ batch: "a b" })).toEqual(["/batch passport_number_form"]);
  });

  it("has codes of one kind of goods with six, eight or ten digits", () => {
    expect(faults({ codes: ["9503006"] })).toEqual(["/codes/0 passport_code_form"]);
    expect(faults({ codes: ["950300", "95030060", "9503006000"] })).toEqual([]);
    expect(faults({ codes: ["950300", "95049000"] })).toEqual(["/codes passport_codes_of_other_goods"]);
  });

  it("comes to no more than a whole, by exact decimals", () => {
    const part = (share: string) => ({ material: "x", share, origin: null });
    expect(faults({ composition: [part("33.3"), part("33.3"), part("33.4")] })).toEqual([]);
    expect(faults({ composition: [part("99.99"), part("0.02")] })).toEqual([
      "/composition passport_shares_above_whole",
    ]);
    expect(faults({ composition: [part("0")] })).toEqual(["/composition/0/share passport_share_form"]);
  });

  it("holds no longer than its goods, and not in the past", () => {
    expect(faults({ expiresOn: "2026-03-01" })).toEqual([
      "/expiresOn passport_expires_before_produced",
      "/validUntil passport_valid_beyond_goods",
    ]);
    expect(faults({ validUntil: "2026-11-27" })).toEqual(["/validUntil passport_over"]);
  });

  it("has reports of figures whose limits do not cross", () => {
    expect(faults(report({ result: "< 5" }))).toEqual(["/reports/0/result report_figure_form"]);
    expect(faults(report({ lowerLimit: "91" }))).toEqual(["/reports/0/upperLimit report_limits_crossed"]);
    expect(faults({ originProof: { number: null, sha256: null } })).toEqual(["/originProof passport_proof_empty"]);
  });
});

describe("a result", () => {
  it("is within its limits when it reaches them, and no rounding helps it", () => {
    const limits = { lowerLimit: "0.1", upperLimit: "0.30" };
    expect(judge({ ...limits, result: "0.3" })).toBe("within");
    expect(judge({ ...limits, result: "0.100" })).toBe("within");
    expect(judge({ ...limits, result: "0.3000000000000000000001" })).toBe("above");
    expect(judge({ ...limits, result: "0.0999" })).toBe("below");
    expect(judge({ lowerLimit: null, upperLimit: null, result: "1" })).toBe("no_limit");
  });
});

describe("the state of a passport", () => {
  it("comes back from a suspension alone, and ends for good when revoked or superseded", () => {
    const ways = PASSPORT_STATES.flatMap((from) =>
      PASSPORT_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(ways).toEqual([
      "draft issued",
      "issued suspended",
      "issued superseded",
      "suspended issued",
      "suspended revoked",
    ]);
  });

  it("counts before its days, and holds through the last of them", () => {
    const validUntil = TODAY;
    expect(standingOn({ state: "issued", validUntil }, TODAY)).toBe("valid");
    expect(standingOn({ state: "issued", validUntil }, "2026-11-29")).toBe("expired");
    expect(standingOn({ state: "revoked", validUntil }, "2026-11-29")).toBe("revoked");
  });
});

describe("what is signed", () => {
  const issuer = { base: "https://passports.example", did: "did:web:passports.example", name: "Twogate" };
  const credential = credentialOf(issuer, {
    publicId: "abcdefghijklmnopqrstuv",
    content: TOYS,
    history: [{ stage: "bonded_exit", releasedOn: "2026-11-20", orderHash: SOME_HASH }],
    status: { revocationList: "revocation", suspensionList: "suspension", index: 4711 },
    validFrom: "2026-11-28T01:00:00.000Z",
    validUntil: "2031-03-01T23:59:59+08:00",
  });

  it("fits the schema of our own and comes back from its text the same", () => {
    expect(passportCredential.parse(JSON.parse(JSON.stringify(credential)))).toEqual(credential);
  });

  it("has the fields of a digital product passport of UNTP", () => {
    const subject = credential.credentialSubject as Record<string, Record<string, unknown>>;
    expect(Object.keys(subject).sort()).toEqual([
      ...["conformityClaim", "granularityLevel", "id", "materialsProvenance", "product", "traceabilityInformation"],
      "type",
    ]);
    expect(subject.product).toMatchObject({
      id: "https://passports.example/01/09520123456788/10/LOT%2F7-A",
      registeredId: "09520123456788.LOT/7-A",
      batchNumber: "LOT/7-A",
      productionDate: "2026-03-02",
      countryOfProduction: "DK",
    });
    expect(subject.conformityClaim).toMatchObject([
      { conformance: true, conformityEvidence: { hashDigest: SOME_HASH, hashMethod: "SHA-256" } },
    ]);
    expect(subject.materialsProvenance).toMatchObject([{ massFraction: 0.925 }, { massFraction: 0.075 }]);
  });

  it("does not say that goods conform which were measured against no limit", () => {
    const unjudged = { ...TOYS, ...report({ upperLimit: null }) };
    const { conformityClaim } = credentialOf(issuer, {
      ...{ publicId: "x", content: unjudged, history: [], validFrom: "x", validUntil: "x" },
      status: { revocationList: "r", suspensionList: "s", index: 0 },
    }).credentialSubject as { conformityClaim: { conformance: boolean }[] };
    expect(conformityClaim[0]?.conformance).toBe(false);
  });

  it("is refused by the schema where a hash, a type or a level is another", () => {
    const change = (make: (copy: Record<string, never>) => void) => {
      const copy = JSON.parse(JSON.stringify(credential));
      make(copy);
      return passportCredential.safeParse(copy).success;
    };
    expect(change(() => undefined)).toBe(true);
    expect(change((copy) => Object.assign(copy, { type: ["VerifiableCredential"] }))).toBe(false);
    expect(change((copy) => Object.assign(copy.credentialSubject ?? {}, { granularityLevel: "pallet" }))).toBe(false);
    expect(change((copy) => Object.assign(copy, { "@context": ["https://elsewhere.example"] }))).toBe(false);
  });

  it("has a schema for others that names what has to be there", () => {
    const schema = passportJsonSchema("https://passports.example/schemas/goods-passport.json");
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: expect.arrayContaining(["@context", "id", "type", "issuer", "credentialSubject"]),
    });
  });

  it("names a list whose credential fits its own schema", () => {
    const list = statusListCredential(issuer, {
      ...{ publicId: "revocation", purpose: "revocation", encodedList: "uH4sI", ttlMs: 1_800_000 },
      ...{ validFrom: "2026-11-28T01:00:00.000Z", validUntil: "2026-11-28T03:00:00.000Z" },
    });
    expect(statusListCredentialSchema.parse(list).id).toBe("https://passports.example/status/revocation");
  });

  it("is issued by a did:web that keeps the port of its address apart", () => {
    expect(didOf("https://passports.example")).toBe("did:web:passports.example");
    expect(didOf("http://127.0.0.1:3003")).toBe("did:web:127.0.0.1%3A3003");
    expect(didOf("https://a.example/goods/")).toBe("did:web:a.example:goods");
  });
});

describe("what a passport fills in", () => {
  const fact = (change: Partial<Fact>): Fact => ({
    ...{ id: "1", documentId: null, documentType: null, name: "origin", line: 0, value: "DK", page: null, box: null },
    ...{ confidence: 1, method: "passport", status: "suggested", confirmedBy: null },
    ...change,
  });
  const read = fact({
    documentId: "d",
    documentType: "commercial_invoice",
    value: "CN",
    method: "ocr",
    confidence: 0.95,
  });
  const originOf = (...facts: Fact[]) =>
    assembleDeclaration({ regime: "0110", facts, consumer: null }).lines[0]?.origin?.value;

  it("yields to a paper that says it, and counts like what was typed once a person vouches for it", () => {
    expect(originOf(fact({}))).toBe("DK");
    expect(originOf(fact({}), read)).toBe("CN");
    expect(originOf(fact({ status: "confirmed", confirmedBy: "somebody" }), read)).toBe("DK");
  });
});
